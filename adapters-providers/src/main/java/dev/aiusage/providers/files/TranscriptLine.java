package dev.aiusage.providers.files;

import dev.aiusage.domain.time.PlausibleTime;
import java.io.IOException;
import java.math.BigDecimal;
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
        line.defect = LineObject.walk(bytes, line::take);
        return line;
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
        return LogTime.of(timestamp, plausible);
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
