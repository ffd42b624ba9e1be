package dev.aiusage.http;

import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A name for one request, in its answer and in the log. A client's own is taken if it can do no harm in either. */
final class RequestId {

    static final String HEADER = "X-Request-Id";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    static String of(Request request) {
        return request.getAttribute(HEADER) instanceof String known ? known : name(request);
    }

    private static String name(Request request) {
        var id = takenOrMade(request.getHeaders().get(HEADER));
        request.setAttribute(HEADER, id);
        return id;
    }

    private static String takenOrMade(@Nullable String given) {
        return given != null && HARMLESS.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
