package dev.aiusage.http;

import io.javalin.http.Context;
import java.util.Set;

/** Lets pages of the configured origins read answers. No credentials: callers are told by a header, not by cookies. */
final class Cors {

    private static final String REQUEST_HEADERS =
            "Authorization, Content-Encoding, Content-Type, If-None-Match, X-Request-Id";
    private static final String RESPONSE_HEADERS = "ETag, Location, Retry-After, X-Request-Id";
    private static final String TEN_MINUTES = "600";

    private final Set<String> allowedOrigins;

    Cors(Set<String> allowedOrigins) {
        this.allowedOrigins = allowedOrigins;
    }

    void allowReading(Context context) {
        if (!allowedOrigins.isEmpty()) {
            context.addHeader("Vary", "Origin");
        }
        if (isAllowed(context)) {
            context.header("Access-Control-Allow-Origin", String.valueOf(context.header("Origin")))
                    .header("Access-Control-Expose-Headers", RESPONSE_HEADERS);
        }
    }

    /** Answers OPTIONS: a browser's question before it lets a page send something, or anybody's what there is. */
    void answerOptions(Context context, String methods) {
        var isPreflight = context.header("Access-Control-Request-Method") != null;
        if (isPreflight && !isAllowed(context)) {
            throw new Refused(Problem.of(
                    ProblemType.FORBIDDEN,
                    "Pages of this origin may not call. CORS_ORIGINS names the origins that may."));
        }
        if (isPreflight) {
            context.header("Access-Control-Allow-Methods", methods)
                    .header("Access-Control-Allow-Headers", REQUEST_HEADERS)
                    .header("Access-Control-Max-Age", TEN_MINUTES);
            // A public page that calls an address of the private network, such as loopback, asks for this too.
            if ("true".equals(context.header("Access-Control-Request-Private-Network"))) {
                context.header("Access-Control-Allow-Private-Network", "true");
            }
        }
        context.header("Allow", methods).status(204);
        context.removeHeader("Content-Type");
    }

    private boolean isAllowed(Context context) {
        var origin = context.header("Origin");
        return origin != null && allowedOrigins.contains(origin);
    }
}
