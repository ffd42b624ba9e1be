package dev.aiusage.providers.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What the payloads of the kinds of lines that matter say; no two kinds use a field differently. */
final class CodexPayload {

    private @Nullable String type;
    private @Nullable String id;
    private @Nullable String sessionId;
    private @Nullable String forkedFrom;
    private @Nullable String spawnedBy;
    private @Nullable String cwd;
    private @Nullable String model;
    private @Nullable String turnId;
    private CodexUsage totals = CodexUsage.NONE;
    private CodexUsage last = CodexUsage.NONE;

    static CodexPayload read(JsonLine json) throws IOException {
        var payload = new CodexPayload();
        if (json.entersObject("payload")) {
            for (var field = json.nextField(); field != null; field = json.nextField()) {
                payload.take(field, json);
            }
        }
        return payload;
    }

    private void take(String field, JsonLine json) throws IOException {
        switch (field) {
            case "type" -> type = json.textIfAny();
            case "id" -> id = json.textIfAny();
            case "session_id" -> sessionId = json.textIfAny();
            case "forked_from_id" -> forkedFrom = json.textIfAny();
            case "source" -> spawnedBy = parentIn(json);
            case "cwd" -> cwd = json.textIfAny();
            case "model" -> model = json.textIfAny();
            case "turn_id" -> turnId = json.textIfAny();
            case "info" -> takeInfo(json);
            default -> json.skip();
        }
    }

    /** Null in lines that only tell how much of a limit is used up. */
    private void takeInfo(JsonLine json) throws IOException {
        if (!json.entersObject("payload.info")) {
            return;
        }
        for (var field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "total_token_usage" -> totals = CodexUsage.read(field, json);
                case "last_token_usage" -> last = CodexUsage.read(field, json);
                default -> json.skip();
            }
        }
    }

    /** The session that started this one as its subagent: {@code {"subagent":{"thread_spawn":{"parent_thread_id":…}}}}. */
    private static @Nullable String parentIn(JsonLine json) throws IOException {
        if (!json.isObject()) {
            return json.isList() ? skipped(json) : null;
        }
        @Nullable String parent = null;
        for (var field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "subagent", "thread_spawn" -> parent = parentIn(json);
                case "parent_thread_id" -> parent = json.textIfAny();
                default -> json.skip();
            }
        }
        return parent;
    }

    private static @Nullable String skipped(JsonLine json) throws IOException {
        json.skip();
        return null;
    }

    boolean isTokenCount() {
        return "token_count".equals(type);
    }

    @Nullable
    String session() {
        return id == null ? sessionId : id;
    }

    @Nullable
    String forkedFrom() {
        return forkedFrom;
    }

    /** The session whose lines may follow as copies. */
    @Nullable
    String parent() {
        return forkedFrom == null ? spawnedBy : forkedFrom;
    }

    @Nullable
    String cwd() {
        return cwd;
    }

    @Nullable
    String model() {
        return model;
    }

    @Nullable
    String turnId() {
        return turnId;
    }

    CodexUsage totals() {
        return totals;
    }

    CodexUsage last() {
        return last;
    }
}
