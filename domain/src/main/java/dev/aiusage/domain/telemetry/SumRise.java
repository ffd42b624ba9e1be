package dev.aiusage.domain.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * By how much a sum rose in a quarter of an hour, and how high it then stood. The first one of a sum may be 0, which says that
 * it counts and has counted nothing yet; each later one is higher than all before.
 */
public record SumRise(Instant quarterHour, long highest, long amount, SumSubject subject) {

    private static final int SECONDS = 15 * 60;

    private record Height(long value, SumSubject subject) {

        static Height of(SumPoint point) {
            var subject = new SumSubject(point.measure(), point.detail(), point.labels(), point.session());
            return new Height(point.height(), subject);
        }

        Height or(Height other) {
            var isHigher = value == other.value ? subject.compareTo(other.subject) >= 0 : value > other.value;
            return isHigher ? this : other;
        }
    }

    /**
     * How one sum rose, in the order of time: by what was known of it and these points. What is left out, as no higher than the sum
     * stood before, would never count whatever came later, so the same points in any order and any parts make the same rises.
     */
    public static List<SumRise> of(Collection<SumRise> known, Collection<SumPoint> points) {
        var highest = new TreeMap<Instant, Height>();
        known.forEach(rise -> highest.put(rise.quarterHour, new Height(rise.highest, rise.subject)));
        points.forEach(point -> highest.merge(startOf(point.at()), Height.of(point), Height::or));
        var rises = new ArrayList<SumRise>();
        var reached = 0L;
        for (var quarterHour : highest.entrySet()) {
            var height = quarterHour.getValue();
            if (rises.isEmpty() || height.value > reached) {
                rises.add(new SumRise(quarterHour.getKey(), height.value, height.value - reached, height.subject));
                reached = height.value;
            }
        }
        return rises;
    }

    public List<FinerWork> stepsBackFor() {
        return subject.stepsBackFor(quarterHour);
    }

    public List<FinerWork> makesKnown() {
        return subject.makesKnown(quarterHour);
    }

    private static Instant startOf(Instant at) {
        var seconds = at.getEpochSecond();
        return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, SECONDS));
    }
}
