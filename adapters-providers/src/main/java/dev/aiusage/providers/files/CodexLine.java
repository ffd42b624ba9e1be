package dev.aiusage.providers.files;

import dev.aiusage.domain.time.PlausibleTime;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of a Codex session: a time, a type, and a payload of that type. Null stands for what it does not say. */
final class CodexLine {

    private final LineBytes bytes;
    private @Nullable String timestamp;
    private @Nullable String type;
    private CodexPayload payload = new CodexPayload();
    private @Nullable String defect;

    private CodexLine(LineBytes bytes) {
        this.bytes = bytes;
    }

    static CodexLine read(LineBytes bytes) throws BadLine {
        var line = new CodexLine(bytes);
        line.defect = LineObject.walk(bytes, line::take);
        return line;
    }

    private void take(String field, JsonLine json) throws IOException {
        switch (field) {
            case "timestamp" -> timestamp = json.text(field);
            case "type" -> type = json.textIfAny();
            case "payload" -> payload = CodexPayload.read(json);
            default -> json.skip();
        }
    }

    boolean opensSession() {
        return "session_meta".equals(type);
    }

    boolean opensTurn() {
        return "turn_context".equals(type);
    }

    boolean tellsTotals() {
        return "event_msg".equals(type) && payload.isTokenCount();
    }

    void requireSound() throws BadLine {
        if (defect != null) {
            throw new BadLine(defect);
        }
    }

    Instant at(PlausibleTime plausible) throws BadLine {
        return LogTime.of(timestamp, plausible);
    }

    CodexPayload payload() {
        return payload;
    }

    LineBytes bytes() {
        return bytes;
    }
}
