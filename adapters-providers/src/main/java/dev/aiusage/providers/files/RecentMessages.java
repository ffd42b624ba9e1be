package dev.aiusage.providers.files;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The latest messages of a chat: one is written again when its tokens are known, when its tools have answered, and so on, and the
 * last copy is what it is. Copies follow soon, so not all messages of a long chat need be remembered.
 */
final class RecentMessages {

    private static final int REMEMBERED = 10_000;

    private record Copy(GeminiMessage message, int withTokens) {}

    private final Map<String, Copy> byId = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Copy> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The message, where it is one that only says what has changed. */
    GeminiMessage completed(GeminiMessage message) throws BadLine {
        if (!message.isUpdate()) {
            return message;
        }
        var changed = message.id() == null ? null : byId.get(message.id());
        if (changed == null) {
            throw new BadLine("updates a message that does not stand before it");
        }
        return message.over(changed.message());
    }

    int copiesBefore(String id) {
        var copy = byId.get(id);
        return copy == null ? 0 : copy.withTokens();
    }

    void remember(GeminiMessage message) {
        var id = message.id();
        if (id != null) {
            var copies = copiesBefore(id) + (message.hasTokens() ? 1 : 0);
            byId.remove(id);
            byId.put(id, new Copy(message, copies));
        }
    }
}
