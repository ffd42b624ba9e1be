package dev.aiusage.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/** What went wrong, as RFC 9457 writes it down. {@code members} are further ones, kept in their order. */
record Problem(String type, String title, int status, String detail, Map<String, Object> members) {

    static final String CONTENT_TYPE = "application/problem+json";

    static Problem of(ProblemType type, String detail) {
        return new Problem(type.urn(), type.title(), type.status(), detail, Map.of());
    }

    static Problem ofField(ProblemType type, String field, String message) {
        return of(type, field + ": " + message).with("errors", List.of(new FieldError(field, message)));
    }

    /** For a status that only a server's inside or HTTP itself brings about. */
    static Problem ofStatus(int status, String detail) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .findFirst()
                .map(type -> of(type, detail))
                .orElseGet(() -> new Problem("about:blank", HttpStatus.getMessage(status), status, detail, Map.of()));
    }

    Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, title, status, detail, more);
    }

    /** Told of one of several files. */
    Problem inFile(String name, String before) {
        return before.isEmpty() ? this : new Problem(type, title, status, name + ": " + detail + before, members);
    }

    Map<String, Object> toJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("type", type);
        json.put("title", title);
        json.put("status", status);
        json.put("detail", detail);
        json.putAll(members);
        return json;
    }
}
