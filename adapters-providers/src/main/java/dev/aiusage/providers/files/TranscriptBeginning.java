package dev.aiusage.providers.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Tells transcripts of Claude Code from other files of JSON lines, by the names of their fields. */
final class TranscriptBeginning {

    /** Which of these there is depends on the kind of line. */
    private static final Set<String> IDS = Set.of("sessionId", "parentUuid", "leafUuid", "messageId");

    /** What lines of Codex and of Gemini CLI have, and transcripts do not. */
    private static final Set<String> OTHERS = Set.of("payload", "projectHash");

    private final Set<String> fields = new HashSet<>();
    private boolean hasUsage;

    private TranscriptBeginning() {}

    /** Whether any line is one of a transcript; others may be broken, and the last one cut off. */
    static boolean isIn(byte[] bytes) {
        var lines = new LineSplitter(new ByteArrayInputStream(bytes), bytes.length);
        try {
            while (lines.next()) {
                if (!lines.line().isEmpty() && of(lines.line()).isOfTranscript()) {
                    return true;
                }
            }
            return false;
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }

    private static TranscriptBeginning of(LineBytes line) {
        var beginning = new TranscriptBeginning();
        try (var json = JsonLine.open(line)) {
            if (json.beginsObject()) {
                beginning.take(json);
            }
        } catch (IOException cutOff) {
            // What was seen until here may do.
            return beginning;
        }
        return beginning;
    }

    private void take(JsonLine json) throws IOException {
        for (var field = json.nextField(); field != null; field = json.nextField()) {
            fields.add(field);
            if (field.equals("message") && json.isObject()) {
                takeMessage(json);
            } else {
                json.skip();
            }
        }
    }

    private void takeMessage(JsonLine json) throws IOException {
        for (var field = json.nextField(); field != null; field = json.nextField()) {
            if (field.equals("usage") && json.isObject()) {
                for (var kind = json.nextField(); kind != null; kind = json.nextField()) {
                    hasUsage |= kind.equals("input_tokens") || kind.equals("output_tokens");
                    json.skip();
                }
            } else {
                json.skip();
            }
        }
    }

    private boolean isOfTranscript() {
        var hasId = fields.contains("type") && IDS.stream().anyMatch(fields::contains);
        var hasChain = fields.contains("sessionId") && fields.contains("isSidechain");
        return OTHERS.stream().noneMatch(fields::contains) && (hasUsage || hasId || hasChain);
    }
}
