package dev.aiusage.http;

import dev.aiusage.domain.user.UserId;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One user, no login. Whoever can reach the loopback address is that user, so two doors must stay shut that a browser on this
 * machine would open for any website: a name of the site that resolves to loopback (told by {@code Host}), and requests across
 * sites (told by {@code Origin} and {@code Sec-Fetch-Site}).
 */
public final class LocalAuthentication implements Authentication {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");

    private final UserId user;

    public LocalAuthentication(UserId user) {
        this.user = user;
    }

    @Override
    public void admit(RequestHead request) {
        var host = request.header("Host").orElse("").toLowerCase(Locale.ROOT);
        var ownPort = ":" + request.port();
        var name = host.endsWith(ownPort) ? host.substring(0, host.length() - ownPort.length()) : host;
        if (!LOOPBACK.matcher(name).matches()) {
            throw new Refused(Problem.of(
                    ProblemType.FORBIDDEN,
                    "In local mode the service answers only to localhost, 127.0.0.1 and [::1], on its own port."));
        }
    }

    @Override
    public UserId callerOf(RequestHead request, Purpose purpose) {
        if (request.isCrossSite()) {
            throw new Refused(Problem.of(
                    ProblemType.FORBIDDEN,
                    "The request comes from a page of another origin. CORS_ORIGINS names the origins that may call."));
        }
        return user;
    }
}
