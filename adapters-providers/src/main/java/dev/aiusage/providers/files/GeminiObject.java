package dev.aiusage.providers.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An object of a recorded chat: the whole chat, its head, one message, or a change of the head ({@code $set}), which may hold
 * messages again. Messages are handed on as they come, so that a chat of any size can be read.
 */
final class GeminiObject {

    /** Takes messages of any type, and what they belong to. */
    interface Listener {

        void session(String id);

        void message(GeminiMessage message);
    }

    private final Listener listener;

    GeminiObject(Listener listener) {
        this.listener = listener;
    }

    /** Reads an object that has begun. */
    void read(JsonLine json) throws IOException {
        var own = new GeminiMessage();
        for (var field = json.nextField(); field != null; field = json.nextField()) {
            take(field, own, json);
        }
        if (own.isOfModel() || own.isUpdate()) {
            listener.message(own);
        }
    }

    /** Hands a field to whom it belongs. */
    void take(String field, GeminiMessage own, JsonLine json) throws IOException {
        switch (field) {
            case "sessionId" -> takeSession(json.textIfAny());
            case "messages" -> takeMessages(json);
            case "$set" -> takeChange(json);
            default -> own.take(field, json);
        }
        own.noteDefect(json);
    }

    private void takeSession(@Nullable String id) {
        if (id != null && !id.isEmpty()) {
            listener.session(id);
        }
    }

    private void takeMessages(JsonLine json) throws IOException {
        if (!json.isList()) {
            json.skip();
            return;
        }
        while (json.nextElement()) {
            listener.message(GeminiMessage.read(json));
        }
    }

    private void takeChange(JsonLine json) throws IOException {
        if (json.isObject()) {
            read(json);
        } else {
            json.skip();
        }
    }
}
