package dev.aiusage.providers.files;

import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.LinesChanged;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line tells about one edit. A call alone does not say what became of it; a result alone mostly does not say that it was
 * an edit which was called. The {@code callId} names the edit on both lines.
 */
record TranscriptEdit(
        @Nullable String callId, EventPart part, @Nullable String path, LinesChanged lines, Decisions decisions) {

    static List<TranscriptEdit> in(TranscriptLine line) {
        if (line.isOfUser()) {
            return results(line);
        }
        return line.isOfAssistant() ? calls(line) : List.of();
    }

    private static List<TranscriptEdit> calls(TranscriptLine line) {
        var edits = new ArrayList<TranscriptEdit>();
        for (var block : line.blocks()) {
            if (block.isEditCall()) {
                edits.add(half(block.callId(), EventPart.CALL, block.path(), Decisions.UNKNOWN));
            }
        }
        return edits;
    }

    /** A line has one patch, of the first of its results; mostly it has one result as well. */
    private static List<TranscriptEdit> results(TranscriptLine line) {
        var edits = new ArrayList<TranscriptEdit>();
        var patch = line.patch();
        var hasResults = false;
        for (var block : line.blocks()) {
            if (!block.isResult()) {
                continue;
            }
            hasResults = true;
            if (block.isRejected() && block.callId() != null) {
                edits.add(half(block.callId(), EventPart.RESULT, null, Decisions.REJECTED));
            } else if (block.isAccepted()) {
                accepted(block.callId(), patch, edits);
                patch = null;
            }
        }
        if (!hasResults && patch != null && patch.isWhole()) {
            accepted(null, patch, edits);
        }
        return edits;
    }

    private static void accepted(@Nullable String callId, @Nullable TranscriptPatch patch, List<TranscriptEdit> edits) {
        if (patch != null && patch.isWhole()) {
            edits.add(new TranscriptEdit(callId, EventPart.WHOLE, patch.path(), patch.lines(), Decisions.ACCEPTED));
        } else if (callId != null && (patch == null || patch.isPossible())) {
            var path = patch == null ? null : patch.path();
            edits.add(half(callId, EventPart.RESULT, path, Decisions.ACCEPTED));
        }
    }

    private static TranscriptEdit half(
            @Nullable String callId, EventPart part, @Nullable String path, Decisions decisions) {
        return new TranscriptEdit(callId, part, path, LinesChanged.UNKNOWN, decisions);
    }
}
