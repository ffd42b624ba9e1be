package dev.aiusage.providers.files;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A block of a message's content, as far as it can tell about edits: a tool's call or a tool's result. */
final class TranscriptBlock {

    private static final Set<String> EDITING_TOOLS = Set.of("Edit", "MultiEdit", "Write", "NotebookEdit");

    /** How Claude Code tells the model that its user said no. */
    private static final Set<String> REJECTIONS = Set.of(
            "The user doesn't want to proceed with this tool use.", "[Request interrupted by user for tool use]");

    private @Nullable String type;
    private @Nullable String id;
    private @Nullable String name;
    private @Nullable String path;
    private @Nullable String toolUseId;
    private @Nullable JsonText text;
    private boolean isError;

    private TranscriptBlock() {}

    static TranscriptBlock read(JsonLine json) throws IOException {
        var block = new TranscriptBlock();
        for (var field = json.nextField(); field != null; field = json.nextField()) {
            block.take(field, json);
        }
        return block;
    }

    private void take(String field, JsonLine json) throws IOException {
        switch (field) {
            case "type" -> type = json.textIfAny();
            case "id" -> id = json.textIfAny();
            case "name" -> name = json.textIfAny();
            case "input" -> path = pathOf(json);
            case "tool_use_id" -> toolUseId = json.textIfAny();
            case "is_error" -> isError = json.isTrue();
            case "content" -> text = json.isList() ? firstText(json) : json.contentIfAny();
            default -> json.skip();
        }
    }

    private static @Nullable String pathOf(JsonLine json) throws IOException {
        if (!json.isObject()) {
            json.skip();
            return null;
        }
        String path = null;
        for (var field = json.nextField(); field != null; field = json.nextField()) {
            if (field.equals("file_path") || field.equals("notebook_path")) {
                path = json.textIfAny();
            } else {
                json.skip();
            }
        }
        return path;
    }

    private static @Nullable JsonText firstText(JsonLine json) throws IOException {
        JsonText first = null;
        while (json.nextElement()) {
            if (!json.isObject()) {
                json.skip();
                continue;
            }
            for (var field = json.nextField(); field != null; field = json.nextField()) {
                if (first == null && field.equals("text")) {
                    first = json.contentIfAny();
                } else {
                    json.skip();
                }
            }
        }
        return first;
    }

    boolean isEditCall() {
        return "tool_use".equals(type) && id != null && name != null && EDITING_TOOLS.contains(name);
    }

    boolean isResult() {
        return "tool_result".equals(type);
    }

    boolean isRejected() {
        return isError && text != null && REJECTIONS.stream().anyMatch(text::startsWith);
    }

    boolean isAccepted() {
        return !isError;
    }

    /** The id of the tool's call, in its result as well. */
    @Nullable
    String callId() {
        return isResult() ? toolUseId : id;
    }

    /** The file that a call edits. */
    @Nullable
    String path() {
        return path;
    }
}
