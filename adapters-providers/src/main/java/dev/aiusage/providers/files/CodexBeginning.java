package dev.aiusage.providers.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells sessions of Codex from other files of JSON lines, by the types of their lines. */
final class CodexBeginning {

    private static final Set<String> TYPES =
            Set.of("session_meta", "turn_context", "event_msg", "response_item", "compacted");

    private @Nullable String type;
    private boolean hasPayload;

    private CodexBeginning() {}

    /** Whether any line is one of a session; others may be broken, and the last one cut off. */
    static boolean isIn(byte[] bytes) {
        var lines = new LineSplitter(new ByteArrayInputStream(bytes), bytes.length);
        try {
            while (lines.next()) {
                if (!lines.line().isEmpty() && of(lines.line()).isOfSession()) {
                    return true;
                }
            }
            return false;
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }

    private static CodexBeginning of(LineBytes line) {
        var beginning = new CodexBeginning();
        try (var json = JsonLine.open(line)) {
            if (json.beginsObject()) {
                for (var field = json.nextField(); field != null; field = json.nextField()) {
                    beginning.take(field, json);
                }
            }
        } catch (IOException cutOff) {
            // What was seen until here may do.
            return beginning;
        }
        return beginning;
    }

    private void take(String field, JsonLine json) throws IOException {
        hasPayload |= field.equals("payload") && json.isObject();
        if (field.equals("type")) {
            type = json.textIfAny();
        } else {
            json.skip();
        }
    }

    private boolean isOfSession() {
        return hasPayload && type != null && TYPES.contains(type);
    }
}
