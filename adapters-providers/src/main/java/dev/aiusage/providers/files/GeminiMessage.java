package dev.aiusage.providers.files;

import dev.aiusage.domain.usage.Label;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A message of a chat with Gemini CLI, or a correction of one. Null stands for what it does not say. */
final class GeminiMessage {

    /** Texts longer than this are none that the tool writes, and would fill the memory where many must wait. */
    private static final int MAX_TEXT = 200;

    private @Nullable String type;
    private @Nullable String id;
    private @Nullable String timestamp;
    private Label model = Label.NONE;
    private @Nullable GeminiTokens tokens;
    private @Nullable String defect;

    static GeminiMessage read(JsonLine json) throws IOException {
        var message = new GeminiMessage();
        if (json.entersObject("message")) {
            for (var field = json.nextField(); field != null; field = json.nextField()) {
                message.take(field, json);
            }
        }
        message.noteDefect(json);
        return message;
    }

    void take(String field, JsonLine json) throws IOException {
        switch (field) {
            case "type" -> type = json.textIfAny();
            case "id" -> id = shortText(field, json);
            case "timestamp" -> timestamp = shortText(field, json);
            case "model" -> model = Labels.of(json.text(field));
            case "tokens" -> tokens = json.isNull() ? null : GeminiTokens.read(json);
            default -> json.skip();
        }
    }

    private @Nullable String shortText(String field, JsonLine json) throws IOException {
        var text = json.text(field);
        if (text == null || text.length() <= MAX_TEXT) {
            return text;
        }
        defect = field + " is too long";
        return null;
    }

    /** What was wrong until here was wrong in this message. */
    void noteDefect(JsonLine json) {
        var found = json.takeDefect();
        defect = defect == null ? found : defect;
    }

    boolean isOfModel() {
        return "gemini".equals(type);
    }

    boolean isUpdate() {
        return "message_update".equals(type);
    }

    /** Whether there are tokens, be they such as can't be read. */
    boolean hasTokens() {
        return tokens != null;
    }

    void requireSound() throws BadLine {
        if (defect != null) {
            throw new BadLine(defect);
        }
    }

    /** This message, its gaps filled from an earlier copy. */
    GeminiMessage over(GeminiMessage earlier) {
        var both = new GeminiMessage();
        both.type = earlier.type;
        both.id = id;
        both.timestamp = timestamp == null ? earlier.timestamp : timestamp;
        both.model = model.isPresent() ? model : earlier.model;
        both.tokens = tokens;
        return both;
    }

    @Nullable
    String id() {
        return id;
    }

    @Nullable
    String timestamp() {
        return timestamp;
    }

    Label model() {
        return model;
    }

    GeminiTokens tokens() {
        return tokens == null ? GeminiTokens.NONE : tokens;
    }
}
