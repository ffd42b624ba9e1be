package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Timezones by name. Taken are {@code UTC} and the names of the tz database that have a slash: regions, and {@code Etc/…}, which
 * browsers report. Not taken are offsets and names without one ({@code EST}, {@code GMT0}): most are abbreviations whose meaning
 * differs from one Java release to the next. {@code SystemV/…} is Java's own.
 */
final class AskedZone {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private AskedZone() {}

    static ZoneId named(String name) {
        if (!isName(name)) {
            throw new RequestRejected.InvalidField(
                    "timezone", "must be UTC or the name of a region in the tz database, like Europe/Berlin");
        }
        return ZoneId.of(name);
    }

    /** The zone by a name that {@link #named} takes, where there is one: a machine may call its zone {@code GMT}. */
    static ZoneId nameable(ZoneId zone) {
        var isUtc = zone.getRules().isFixedOffset()
                && zone.getRules().getOffset(Instant.EPOCH).equals(ZoneOffset.UTC);
        return isUtc ? UTC : zone;
    }

    private static boolean isName(String name) {
        var isRegion = name.contains("/") && !name.startsWith("SystemV/");
        return name.equals(UTC.getId())
                || (isRegion && ZoneId.getAvailableZoneIds().contains(name));
    }
}
