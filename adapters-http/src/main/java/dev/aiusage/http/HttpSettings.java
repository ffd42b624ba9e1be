package dev.aiusage.http;

import java.time.ZoneId;
import java.util.Set;

/**
 * Where the server listens and what it tells.
 *
 * @param port 0 for any free one
 * @param version of the service, as {@code /health} shows it
 * @param defaultZone in which days are cut when a request names no zone
 * @param corsOrigins the origins whose pages may call the API, as browsers write them ({@code https://app.example.com})
 */
public record HttpSettings(
        String host, int port, String version, ZoneId defaultZone, Set<String> corsOrigins, HttpLimits limits) {

    /**
     * Checks the origins.
     *
     * @throws IllegalArgumentException for one that is no origin, with a message fit to be shown
     */
    public HttpSettings {
        corsOrigins = Set.copyOf(corsOrigins.stream().map(WebOrigin::normalised).toList());
        defaultZone = AskedZone.nameable(defaultZone);
    }

    /** Loopback, port 3001, days in UTC, no foreign origins. */
    public static HttpSettings local(String version) {
        return new HttpSettings("127.0.0.1", 3001, version, ZoneId.of("UTC"), Set.of(), HttpLimits.DEFAULT);
    }

    public HttpSettings withHost(String changed) {
        return new HttpSettings(changed, port, version, defaultZone, corsOrigins, limits);
    }

    public HttpSettings withPort(int changed) {
        return new HttpSettings(host, changed, version, defaultZone, corsOrigins, limits);
    }

    public HttpSettings withDefaultZone(ZoneId changed) {
        return new HttpSettings(host, port, version, changed, corsOrigins, limits);
    }

    public HttpSettings withCorsOrigins(Set<String> changed) {
        return new HttpSettings(host, port, version, defaultZone, changed, limits);
    }

    public HttpSettings withLimits(HttpLimits changed) {
        return new HttpSettings(host, port, version, defaultZone, corsOrigins, changed);
    }
}
