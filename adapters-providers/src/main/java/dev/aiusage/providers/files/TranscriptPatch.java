package dev.aiusage.providers.files;

import dev.aiusage.domain.usage.LinesChanged;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What Claude Code keeps of a finished edit. An edit has a patch; a new file has an empty one and its content; a notebook's
 * edit has neither, so how many lines it changed is not known.
 */
final class TranscriptPatch {

    private @Nullable String type;
    private @Nullable String path;
    private @Nullable String notebookPath;
    private @Nullable JsonText content;
    private boolean hasPatch;
    private long added;
    private long removed;

    private TranscriptPatch() {}

    /** Null where the result is no object, as those of failed tools are. */
    static @Nullable TranscriptPatch read(JsonLine json) throws IOException {
        if (!json.isObject()) {
            json.skip();
            return null;
        }
        var patch = new TranscriptPatch();
        for (var field = json.nextField(); field != null; field = json.nextField()) {
            patch.take(field, json);
        }
        return patch;
    }

    private void take(String field, JsonLine json) throws IOException {
        switch (field) {
            case "type" -> type = json.textIfAny();
            case "filePath" -> path = json.textIfAny();
            case "notebook_path" -> notebookPath = json.textIfAny();
            case "content" -> content = json.contentIfAny();
            case "structuredPatch" -> takeHunks(json);
            default -> json.skip();
        }
    }

    private void takeHunks(JsonLine json) throws IOException {
        hasPatch = json.isList();
        added = 0;
        removed = 0;
        if (!hasPatch) {
            json.skip();
            return;
        }
        while (json.nextElement()) {
            if (json.isObject()) {
                takeHunk(json);
            } else {
                json.skip();
            }
        }
    }

    private void takeHunk(JsonLine json) throws IOException {
        for (var field = json.nextField(); field != null; field = json.nextField()) {
            if (field.equals("lines") && json.isList()) {
                takeLines(json);
            } else {
                json.skip();
            }
        }
    }

    private void takeLines(JsonLine json) throws IOException {
        while (json.nextElement()) {
            var line = json.contentIfAny();
            if (line != null && line.startsWith("+")) {
                added++;
            } else if (line != null && line.startsWith("-")) {
                removed++;
            }
        }
    }

    /** Whether this is the result of an edit and tells how many lines it changed, or that this can't be told. */
    boolean isWhole() {
        return hasPatch || isNewFile() || notebookPath != null;
    }

    /** Whether it may be that of an edit which tells less than others. */
    boolean isPossible() {
        return path != null;
    }

    LinesChanged lines() {
        if (isNewFile() && added == 0 && removed == 0 && content != null) {
            return LinesChanged.of(content.lines(), 0);
        }
        return hasPatch ? LinesChanged.of(added, removed) : LinesChanged.UNKNOWN;
    }

    private boolean isNewFile() {
        return "create".equals(type) && path != null && content != null;
    }

    @Nullable
    String path() {
        return path == null ? notebookPath : path;
    }
}
