package dev.aiusage;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Where vendors are asked for usage, when, and how fast.
 *
 * @param addresses of the vendors
 * @param callsAtOnce with one key; at least 1
 * @param callTimeout of one call, from the connection to the last byte
 * @param dailyAt when each day everything is synchronised: each integration at a moment of its own in the half hour from then on
 * @param dailyZone the time zone of {@code dailyAt}
 */
public record VendorOptions(
        Addresses addresses, int callsAtOnce, Duration callTimeout, LocalTime dailyAt, ZoneId dailyZone) {

    /** The vendors' own addresses, 8 calls at once, a minute for each, at midnight in UTC. */
    public static final VendorOptions DEFAULT =
            new VendorOptions(Addresses.DEFAULT, 8, Duration.ofSeconds(60), LocalTime.MIDNIGHT, ZoneOffset.UTC);

    /**
     * Where each vendor is asked: a scheme, a host, and any path before the vendor's own. Others than the default are for enterprise
     * hosts, proxies and tests. Keys are sent there: beyond this machine it should be {@code https}.
     */
    public record Addresses(URI anthropic, URI gitHub, URI cursor, URI openAi) {

        public static final Addresses DEFAULT = new Addresses(
                URI.create("https://api.anthropic.com"),
                URI.create("https://api.github.com"),
                URI.create("https://api.cursor.com"),
                URI.create("https://api.openai.com"));
    }
}
