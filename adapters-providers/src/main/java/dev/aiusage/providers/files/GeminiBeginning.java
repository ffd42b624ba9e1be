package dev.aiusage.providers.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the beginning of a file says of it: whether it is a chat with Gemini CLI, and whether each of its lines is an object. */
final class GeminiBeginning {

    private final byte[] bytes;

    GeminiBeginning(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether any line, or the one object that spans them, is one of a chat; others may be broken, and the last one cut off. */
    boolean isOfChat() {
        var lines = new LineSplitter(new ByteArrayInputStream(bytes), bytes.length);
        try {
            while (lines.next()) {
                if (!lines.line().isEmpty() && Marks.of(lines.line()).areOfChat()) {
                    return true;
                }
            }
            return Marks.of(new LineBytes(bytes, 0, bytes.length).trimmed()).areOfChat();
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }

    /**
     * A first line that is an object tells, unless it is a whole chat and the only one; else a whole chat goes on without a fault,
     * and broken lines do not.
     */
    boolean isOfLines() {
        var lines = new LineSplitter(new ByteArrayInputStream(bytes), bytes.length);
        try {
            var isAfterChat = false;
            while (lines.next()) {
                if (lines.line().isEmpty()) {
                    continue;
                }
                if (isAfterChat) {
                    return true;
                }
                var fields = fieldsOf(lines.line());
                if (fields.isEmpty()) {
                    return !isUnbroken();
                }
                if (!fields.get().contains("messages")) {
                    return true;
                }
                isAfterChat = true;
            }
            return !isAfterChat;
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }

    /** Absent where the line is no object. */
    private static Optional<Set<String>> fieldsOf(LineBytes line) {
        var fields = new HashSet<String>();
        try {
            LineObject.walk(line, (field, json) -> {
                fields.add(field);
                json.skip();
            });
            return Optional.of(fields);
        } catch (BadLine broken) {
            return Optional.empty();
        }
    }

    private boolean isUnbroken() throws IOException {
        var all = new LineBytes(bytes, 0, bytes.length).trimmed();
        try (var json = JsonLine.open(all)) {
            while (!json.ends()) {
                if (!json.isObject()) {
                    return false;
                }
                json.skip();
            }
            return true;
        } catch (JsonEOFException cutOff) {
            return true;
        } catch (StreamConstraintsException tooDeep) {
            return true;
        } catch (JsonProcessingException malformed) {
            // A cut through a word breaks nothing before that.
            return malformed.getLocation().getByteOffset() > all.length() - JsonLine.LONGEST_WORD;
        }
    }

    /** The fields of an object that tell what it belongs to. */
    private static final class Marks {

        private final Set<String> fields = new HashSet<>();
        private boolean isOfModel;

        static Marks of(LineBytes object) {
            var marks = new Marks();
            try (var json = JsonLine.open(object)) {
                if (json.beginsObject()) {
                    for (var field = json.nextField(); field != null; field = json.nextField()) {
                        marks.take(field, json);
                    }
                }
            } catch (IOException cutOff) {
                // What was seen until here may do.
                return marks;
            }
            return marks;
        }

        private void take(String field, JsonLine json) throws IOException {
            fields.add(field);
            if (field.equals("type")) {
                isOfModel = "gemini".equals(json.textIfAny());
            } else {
                json.skip();
            }
        }

        boolean areOfChat() {
            var isHead = fields.contains("sessionId")
                    && (fields.contains("projectHash")
                            || (fields.contains("startTime") && !fields.contains("message"))
                            || fields.contains("messages"));
            return isHead || (isOfModel && fields.contains("tokens"));
        }
    }
}
