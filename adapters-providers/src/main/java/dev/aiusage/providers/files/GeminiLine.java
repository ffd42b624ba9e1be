package dev.aiusage.providers.files;

import dev.aiusage.domain.usage.UsageEvent;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines of a chat. Of a line's messages none is taken before the whole of it was understood. */
final class GeminiLine implements GeminiObject.Listener {

    private final GeminiChat chat;
    private final List<GeminiMessage> messages = new ArrayList<>();

    private GeminiLine(GeminiChat chat) {
        this.chat = chat;
    }

    static List<UsageEvent> events(GeminiChat chat, LineBytes bytes) throws BadLine {
        var line = new GeminiLine(chat);
        line.read(bytes);
        var events = new ArrayList<UsageEvent>();
        for (var message : line.messages) {
            chat.requestIn(message).ifPresent(events::add);
        }
        return events;
    }

    private void read(LineBytes bytes) throws BadLine {
        var object = new GeminiObject(this);
        var own = new GeminiMessage();
        LineObject.walk(bytes, (field, json) -> object.take(field, own, json));
        message(own);
    }

    @Override
    public void session(String id) {
        chat.open(id);
    }

    @Override
    public void message(GeminiMessage message) {
        if (message.isOfModel() || message.isUpdate()) {
            messages.add(message);
        }
    }
}
