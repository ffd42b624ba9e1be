package dev.aiusage.domain.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Timezones by name. Names are {@code UTC} and those of the tz database that have a slash: regions, and {@code Etc/…}, which
 * browsers report. Offsets are none, nor are names without a slash ({@code EST}, {@code GMT0}): most are abbreviations whose
 * meaning differs from one Java release to the next. {@code SystemV/…} is Java's own.
 */
public final class Zones {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2040-01-01T00:00:00Z");

    private Zones() {}

    /** Empty for what is no name. */
    public static Optional<ZoneId> named(String name) {
        return Optional.of(name).filter(Zones::isName).map(ZoneId::of);
    }

    /**
     * The zone under a name: a machine may call its own {@code GMT}, {@code EST5EDT} or {@code GMT+05:00}. One of the same clock,
     * from 2020 on, takes its place; UTC where there is none, as for an offset that no region has. UTC has no other name here, be the
     * machine's {@code Etc/UTC}.
     */
    public static ZoneId nameable(ZoneId zone) {
        var isUtc = zone.getRules().isFixedOffset()
                && zone.getRules().getOffset(FIRST).equals(ZoneOffset.UTC);
        if (isUtc) {
            return UTC;
        }
        if (isName(zone.getId())) {
            return zone;
        }
        var clock = clock(zone);
        return names().map(ZoneId::of)
                .filter(other -> clock(other).equals(clock))
                .findFirst()
                .orElse(UTC);
    }

    /** Fixed offsets before regions that happen to have one. */
    private static Stream<String> names() {
        var all = ZoneId.getAvailableZoneIds().stream()
                .filter(Zones::isName)
                .sorted()
                .toList();
        return Stream.concat(all.stream().filter(name -> name.startsWith("Etc/")), all.stream());
    }

    private static boolean isName(String name) {
        var isRegion = name.contains("/") && !name.startsWith("SystemV/");
        return name.equals(UTC.getId())
                || (isRegion && ZoneId.getAvailableZoneIds().contains(name));
    }

    /** Its offset at first, and what changes it later. */
    private record ZoneClock(ZoneOffset atFirst, List<Change> changes) {}

    private record Change(Instant at, ZoneOffset to) {}

    private static ZoneClock clock(ZoneId zone) {
        var rules = zone.getRules();
        var changes = Stream.iterate(
                        next(rules, FIRST),
                        Optional::isPresent,
                        last -> next(rules, last.orElseThrow().at()))
                .flatMap(Optional::stream)
                .toList();
        return new ZoneClock(rules.getOffset(FIRST), changes);
    }

    private static Optional<Change> next(ZoneRules rules, Instant after) {
        return Optional.ofNullable(rules.nextTransition(after))
                .filter(transition -> transition.getInstant().isBefore(LAST))
                .map(transition -> new Change(transition.getInstant(), transition.getOffsetAfter()));
    }
}
