package dev.aiusage.providers.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.aiusage.domain.time.PlausibleTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line of a Claude Code transcript says about usage. Null stands for what it does not say. */
final class TranscriptLine {

    private final LineBytes bytes;
    private @Nullable String type;
    private @Nullable String uuid;
    private @Nullable String sessionId;
    private @Nullable String requestId;
    private @Nullable String timestamp;
    private @Nullable String cwd;
    private @Nullable BigDecimal costUsd;
    private boolean isSidechain;
    private boolean isApiError;
    private boolean isFork;
    private TranscriptMessage message = TranscriptMessage.NONE;
    private @Nullable TranscriptPatch patch;
    private @Nullable String defect;

    private TranscriptLine(LineBytes bytes) {
        this.bytes = bytes;
    }

    static TranscriptLine read(LineBytes bytes) throws BadLine {
        var line = new TranscriptLine(bytes);
        try (var json = JsonLine.open(bytes)) {
            if (!json.beginsObject()) {
                throw new BadLine("is no JSON object");
            }
            for (var field = json.nextField(); field != null; field = json.nextField()) {
                line.take(field, json);
            }
            if (!json.ends()) {
                throw new BadLine("has something after its JSON object");
            }
            line.defect = json.defect();
        } catch (StreamConstraintsException tooMuch) {
            throw new BadLine("is JSON that is nested too deeply or has too long a text or number");
        } catch (IOException malformed) {
            throw new BadLine("is not valid JSON" + placeOf(malformed));
        }
        return line;
    }

    private static String placeOf(IOException malformed) {
        return malformed instanceof JsonProcessingException json && json.getLocation() != null
                ? " at byte " + json.getLocation().getByteOffset()
                : "";
    }

    private void take(String field, JsonLine json) throws IOException {
        switch (field) {
            case "type" -> type = json.text(field);
            case "uuid" -> uuid = json.text(field);
            case "sessionId" -> sessionId = json.text(field);
            case "requestId" -> requestId = json.text(field);
            case "timestamp" -> timestamp = json.text(field);
            case "cwd" -> cwd = json.text(field);
            case "costUSD" -> costUsd = json.dollars(field);
            case "isSidechain" -> isSidechain = json.flag(field);
            case "isApiErrorMessage" -> isApiError = json.flag(field);
            case "message" -> message = TranscriptMessage.read(json);
            case "toolUseResult" -> patch = TranscriptPatch.read(json);
            case "forkedFrom" -> {
                isFork = !json.isNull();
                json.skip();
            }
            default -> json.skip();
        }
    }

    /** Types that nobody has told us about may repeat what others say, so they carry nothing; old lines have no type. */
    boolean isOfAssistant() {
        return type == null || type.equals("assistant");
    }

    boolean isOfUser() {
        return "user".equals(type);
    }

    boolean hasUsage() {
        return (isOfAssistant() && message.hasUsage()) || ("assistant".equals(type) && message.isBroken());
    }

    void requireSound() throws BadLine {
        if (defect != null) {
            throw new BadLine(defect);
        }
    }

    Instant at(PlausibleTime plausible) throws BadLine {
        if (timestamp == null) {
            throw new BadLine("timestamp is missing");
        }
        try {
            var instant = Instant.parse(timestamp);
            if (plausible.allows(instant)) {
                return instant;
            }
        } catch (DateTimeException notIso) {
            throw new BadLine("timestamp is no date and time with a zone, as in 2026-11-24T10:00:00.000Z");
        }
        throw new BadLine("timestamp lies before such tools were there, or in the future");
    }

    LineBytes bytes() {
        return bytes;
    }

    @Nullable
    String uuid() {
        return uuid;
    }

    @Nullable
    String sessionId() {
        return sessionId;
    }

    @Nullable
    String requestId() {
        return requestId;
    }

    @Nullable
    String cwd() {
        return cwd;
    }

    @Nullable
    BigDecimal costUsd() {
        return costUsd;
    }

    boolean isSidechain() {
        return isSidechain;
    }

    boolean isApiError() {
        return isApiError;
    }

    boolean isFork() {
        return isFork;
    }

    TranscriptMessage message() {
        return message;
    }

    /** What an edit changed, where the line holds the result of one. */
    @Nullable
    TranscriptPatch patch() {
        return patch;
    }

    List<TranscriptBlock> blocks() {
        return message.blocks();
    }
}
