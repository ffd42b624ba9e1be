package dev.aiusage;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Where vendors are asked for usage, when, and how fast.
 *
 * @param addresses of the vendors; others for enterprise hosts, proxies and tests
 * @param callsAtOnce with one key; at least 1
 * @param callTimeout from the connection to the last byte
 * @param dailyAt when each day everything is synchronised, within half an hour from then on
 */
public record VendorOptions(
        Addresses addresses, int callsAtOnce, Duration callTimeout, LocalTime dailyAt, ZoneId dailyZone) {

    public static final VendorOptions DEFAULT =
            new VendorOptions(Addresses.DEFAULT, 8, Duration.ofSeconds(60), LocalTime.MIDNIGHT, ZoneOffset.UTC);

    /** Each is a host and any path before the vendor's own. */
    public record Addresses(URI anthropic, URI gitHub, URI cursor, URI openAi) {

        public static final Addresses DEFAULT = new Addresses(
                URI.create("https://api.anthropic.com"),
                URI.create("https://api.github.com"),
                URI.create("https://api.cursor.com"),
                URI.create("https://api.openai.com"));
    }
}
