package dev.aiusage.http;

import dev.aiusage.domain.user.UserId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;

/** Has the caller of each API request found out before its route is reached, so that no route can forget to. */
final class Callers {

    private static final String USER = Callers.class.getName();

    private final Authentication authentication;
    private final Set<String> allowedOrigins;

    Callers(Authentication authentication, Set<String> allowedOrigins) {
        this.authentication = authentication;
        this.allowedOrigins = allowedOrigins;
    }

    void admit(Context context) {
        authentication.admit(head(context));
    }

    /** A browser asks by OPTIONS whether it may send what proves who is calling; so that question itself carries no proof. */
    void identify(Context context) {
        if (!context.method().equals(HandlerType.OPTIONS)) {
            var purpose = Purpose.of(context.method().name(), context.path());
            context.attribute(USER, authentication.callerOf(head(context), purpose));
        }
    }

    static UserId of(Context context) {
        UserId user = context.attribute(USER);
        if (user == null) {
            throw new IllegalStateException(
                    "a route outside of the API asks who is calling: " + OtlpPaths.redacted(context.path()));
        }
        return user;
    }

    private RequestHead head(Context context) {
        return TokenInPath.of(new ServletRequestHead(context.req(), allowedOrigins), context.path());
    }
}
