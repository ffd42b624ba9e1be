package dev.aiusage.persistence;

import static dev.aiusage.domain.telemetry.SumDetail.RUNNING;
import static dev.aiusage.domain.telemetry.SumDetail.SINGLE_REQUEST;
import static dev.aiusage.domain.telemetry.SumMeasure.ALL_INPUT;
import static dev.aiusage.domain.telemetry.SumMeasure.CACHED_INPUT;
import static dev.aiusage.domain.telemetry.SumMeasure.COST;

import dev.aiusage.domain.telemetry.SumIdentity;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.telemetry.SumPoint;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts what telemetry adds up to in the dullest way: everything against everything, number by number. As text, by day and by day
 * and model.
 */
final class PlainCount {

    private static final Set<SumMeasure> OF_EDITS = EnumSet.of(
            SumMeasure.LINES_ADDED,
            SumMeasure.LINES_REMOVED,
            SumMeasure.SUGGESTIONS,
            SumMeasure.ACCEPTANCES,
            SumMeasure.REJECTIONS);

    private record Place(Instant quarterHour, Label model) {}

    private final List<SumPoint> points;
    private final Map<SumIdentity, List<SumPoint>> bySum;
    private final List<UsageEvent> logged;
    private final List<UsageEvent> told;

    PlainCount(List<SumPoint> points, List<UsageEvent> logged, List<UsageEvent> told) {
        this.points = points.stream().distinct().toList();
        this.bySum = this.points.stream().collect(Collectors.groupingBy(SumPoint::sum));
        this.logged = logged.stream().distinct().toList();
        this.told = told.stream().distinct().toList();
    }

    /** Of telemetry; "tokens in, out, read, created; requests; lines; sessions" of each day, and of each model in it. */
    Map<String, String> days(ZoneId zone) {
        var totals = new TreeMap<String, Map<String, Long>>();
        buckets().forEach((place, amounts) -> {
            var day = LocalDate.ofInstant(place.quarterHour, zone).toString();
            amounts.forEach((name, amount) -> {
                add(totals, day, name, amount);
                if (place.model.isPresent()) {
                    add(totals, day + " " + place.model, name, amount);
                }
            });
        });
        var shown = new TreeMap<String, String>();
        totals.forEach((day, amounts) -> shown.put(day, new TreeMap<>(amounts).toString()));
        return shown;
    }

    private static void add(Map<String, Map<String, Long>> totals, String key, String name, long amount) {
        totals.computeIfAbsent(key, first -> new HashMap<>()).merge(name, amount, Long::sum);
    }

    private Map<Place, Map<String, Long>> buckets() {
        var sums = new HashMap<Place, Map<SumMeasure, Long>>();
        for (var point : points) {
            var quarterHour = quarterHour(point.at());
            var isFirstOfItsQuarterHour = sameSum(point)
                    .filter(other -> quarterHour(other.at()).equals(quarterHour))
                    .findFirst()
                    .filter(point::equals)
                    .isPresent();
            if (isFirstOfItsQuarterHour && isRise(point) && counts(point)) {
                var place = new Place(quarterHour, point.labels().model());
                sums.computeIfAbsent(place, first -> new HashMap<>()).merge(point.measure(), rise(point), Long::sum);
            }
        }
        var buckets = new HashMap<Place, Map<String, Long>>();
        sums.forEach((place, amounts) -> buckets.put(place, named(amounts)));
        told.stream().filter(this::stays).forEach(event -> {
            var place = new Place(quarterHour(event.at()), event.labels().model());
            named(event)
                    .forEach((name, amount) -> buckets.computeIfAbsent(place, first -> new HashMap<>())
                            .merge(name, amount, Long::sum));
        });
        return buckets;
    }

    private Stream<SumPoint> sameSum(SumPoint point) {
        return bySum.getOrDefault(point.sum(), List.of()).stream();
    }

    /** From the highest of all earlier quarter hours to the highest of this one. */
    private long rise(SumPoint point) {
        return highest(point, quarterHour(point.at()).plusSeconds(900)) - highest(point, quarterHour(point.at()));
    }

    private long highest(SumPoint point, Instant before) {
        return sameSum(point)
                .filter(other -> other.at().isBefore(before))
                .mapToLong(SumPoint::height)
                .max()
                .orElse(0);
    }

    private boolean isRise(SumPoint point) {
        var isFirst = sameSum(point).noneMatch(other -> other.at().isBefore(quarterHour(point.at())));
        return isFirst || rise(point) > 0;
    }

    private boolean counts(SumPoint point) {
        var ofEdits = OF_EDITS.contains(point.measure());
        var hasEvent = Stream.concat(logged.stream(), told.stream())
                .filter(event -> (event.kind() == UsageEvent.Kind.EDIT) == ofEdits)
                .anyMatch(event -> isOfSameWork(point, event.session(), event.at()));
        var hasFiner = point.detail() == RUNNING
                && !ofEdits
                && points.stream()
                        .filter(other -> other.detail() == SINGLE_REQUEST && !OF_EDITS.contains(other.measure()))
                        .filter(other -> point.measure() != COST || other.measure() == COST)
                        .filter(this::isRise)
                        .anyMatch(other -> isOfSameWork(point, other.session(), other.at()));
        return !hasEvent && !hasFiner;
    }

    private static boolean isOfSameWork(SumPoint point, SessionKey session, Instant at) {
        return point.session().isPresent()
                ? point.session().equals(session)
                : utcDay(quarterHour(point.at())).equals(utcDay(at));
    }

    private boolean stays(UsageEvent event) {
        return Stream.concat(logged.stream(), told.stream())
                .noneMatch(other -> other.alias().equals(event.key()));
    }

    private Map<String, Long> named(UsageEvent event) {
        var amounts = new HashMap<String, Long>();
        amounts.put("requests", 1L);
        event.measures().tokens().input().toOptional().ifPresent(input -> amounts.put("in", input));
        event.measures().tokens().output().toOptional().ifPresent(output -> amounts.put("out", output));
        var first = Stream.concat(logged.stream(), told.stream())
                .filter(other -> other.session().equals(event.session()) && other.kind() == UsageEvent.Kind.REQUEST)
                .filter(this::stays)
                .min(Comparator.comparing(UsageEvent::at).thenComparing(UsageEvent::key))
                .orElseThrow();
        amounts.put("sessions", first.equals(event) ? 1L : 0L);
        return amounts;
    }

    private static Map<String, Long> named(Map<SumMeasure, Long> sums) {
        var amounts = new HashMap<String, Long>();
        sums.forEach((measure, amount) -> {
            var name = switch (measure) {
                case REQUESTS, SESSIONS_AND_EDITS, PROMPTS_AND_ACCEPTANCES -> "requests";
                case INPUT, ALL_INPUT -> "in";
                case CACHED_INPUT, CACHE_READ -> "read";
                case CACHE_CREATION -> "created";
                case OUTPUT -> "out";
                default -> measure.slug();
            };
            amounts.merge(name, amount, Long::sum);
        });
        if (sums.containsKey(ALL_INPUT) && sums.containsKey(CACHED_INPUT)) {
            var cachedOfAll = Math.min(sums.get(ALL_INPUT), sums.get(CACHED_INPUT));
            amounts.merge("in", -cachedOfAll, Long::sum);
        }
        return amounts;
    }

    private static Instant quarterHour(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond() / 900 * 900);
    }

    private static LocalDate utcDay(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
