package dev.aiusage.http;

import dev.aiusage.domain.time.Zones;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * Where the server listens and what it tells.
 *
 * @param port 0 for any free one
 * @param version of the service, as {@code /health} shows it
 * @param defaultZone in which days are cut when a request names no zone
 * @param corsOrigins the origins whose pages may call the API, as browsers write them ({@code https://app.example.com})
 * @param codeBurn where CodeBurn's sync logs in; empty where it can't
 */
public record HttpSettings(
        String host,
        int port,
        String version,
        ZoneId defaultZone,
        Set<String> corsOrigins,
        HttpLimits limits,
        Optional<CodeBurnLogin> codeBurn) {

    /**
     * Checks the origins.
     *
     * @throws IllegalArgumentException for one that is no origin, with a message fit to be shown
     */
    public HttpSettings {
        corsOrigins = Set.copyOf(corsOrigins.stream().map(WebOrigin::normalised).toList());
        defaultZone = Zones.nameable(defaultZone);
    }

    /** Loopback, port 3001, days in UTC, no foreign origins. */
    public static HttpSettings local(String version) {
        return new HttpSettings(
                "127.0.0.1", 3001, version, ZoneId.of("UTC"), Set.of(), HttpLimits.DEFAULT, Optional.empty());
    }

    public HttpSettings withHost(String changed) {
        return new HttpSettings(changed, port, version, defaultZone, corsOrigins, limits, codeBurn);
    }

    public HttpSettings withPort(int changed) {
        return new HttpSettings(host, changed, version, defaultZone, corsOrigins, limits, codeBurn);
    }

    public HttpSettings withDefaultZone(ZoneId changed) {
        return new HttpSettings(host, port, version, changed, corsOrigins, limits, codeBurn);
    }

    public HttpSettings withCorsOrigins(Set<String> changed) {
        return new HttpSettings(host, port, version, defaultZone, changed, limits, codeBurn);
    }

    public HttpSettings withCodeBurn(CodeBurnLogin changed) {
        return new HttpSettings(host, port, version, defaultZone, corsOrigins, limits, Optional.of(changed));
    }

    public HttpSettings withLimits(HttpLimits changed) {
        return new HttpSettings(host, port, version, defaultZone, corsOrigins, changed, codeBurn);
    }
}
