package dev.aiusage.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads off the servlet API what an authentication may know. */
final class ServletRequestHead implements RequestHead {

    private static final Set<String> SAME_SITE = Set.of("same-origin", "none");

    private final HttpServletRequest request;
    private final Set<String> allowedOrigins;

    ServletRequestHead(HttpServletRequest request, Set<String> allowedOrigins) {
        this.request = request;
        this.allowedOrigins = allowedOrigins;
    }

    @Override
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    @Override
    public int port() {
        return request.getLocalPort();
    }

    /**
     * Browsers send {@code Origin} with what could change something or be read by another origin, and {@code Sec-Fetch-Site}
     * with everything; other clients send neither.
     */
    @Override
    public boolean isCrossSite() {
        var origins = headers("Origin");
        if (!origins.isEmpty() && allowedOrigins.containsAll(origins)) {
            return false;
        }
        var host = header("Host").orElse("");
        return !origins.stream().allMatch(origin -> WebOrigin.isOfHost(origin, host))
                || !SAME_SITE.containsAll(headers("Sec-Fetch-Site"));
    }

    @Override
    public List<String> headers(String name) {
        return Collections.list(request.getHeaders(name));
    }
}
