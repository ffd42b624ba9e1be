package dev.aiusage.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public interface SumOrderContract extends StorageContract {

    int WRITERS = 2;
    int SECONDS = 60;
    String FAR_ZONE = "Asia/Kathmandu";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    default void sums_alone_in_any_order_and_parts_are_what_a_plain_count_says(long seed) {
        var random = RandomTelemetry.withSeed(seed);
        var points = random.points();
        var telemetry = storage().telemetry(someUser());

        inParts(points, seed, some -> storage().sums().record(telemetry.user(), telemetry.id(), some))
                .forEach(Runnable::run);

        assertCounted(telemetry, new PlainCount(points, List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    default void with_events_of_the_same_work_before_after_and_between_too(long seed) {
        var user = someUser();
        var telemetry = storage().telemetry(user);
        var logs = storage().logs(user);
        var random = RandomTelemetry.withSeed(seed);
        var points = random.points();
        var logged = random.logged();
        var told = random.told();
        var writes = new ArrayList<Runnable>();
        writes.addAll(inParts(points, seed, some -> storage().sums().record(user, telemetry.id(), some)));
        writes.addAll(inParts(logged, seed, some -> storage().events().record(user, logs.id(), some)));
        writes.addAll(inParts(told, seed, some -> storage().events().record(user, telemetry.id(), some)));
        Collections.shuffle(writes, new Random(seed));

        writes.forEach(Runnable::run);

        assertCounted(telemetry, new PlainCount(points, logged, told));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    default void writers_of_sums_and_of_events_at_once_do_not_wait_in_a_circle(long seed) throws Exception {
        var user = someUser();
        var telemetry = storage().telemetry(user);
        var logs = storage().logs(user);
        var random = RandomTelemetry.withSeed(seed);
        var points = random.points();
        var logged = random.logged();
        var told = random.told();
        var writers = new ArrayList<Callable<Void>>();
        for (var writer = 0; writer < WRITERS; writer++) {
            var order = seed + writer;
            writers.add(allOf(inParts(points, order, some -> storage().sums().record(user, telemetry.id(), some))));
            writers.add(allOf(inParts(logged, order, some -> storage().events().record(user, logs.id(), some))));
            writers.add(allOf(inParts(told, order, some -> storage().events().record(user, telemetry.id(), some))));
        }

        var threads = Executors.newFixedThreadPool(writers.size());
        try {
            for (var result : threads.invokeAll(writers, SECONDS, TimeUnit.SECONDS)) {
                result.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertCounted(telemetry, new PlainCount(points, logged, told));
    }

    private void assertCounted(Integration telemetry, PlainCount expected) {
        assertThat(shown(storage().utcDays(telemetry))).isEqualTo(expected.days(ZoneOffset.UTC));
        assertThat(shown(storage().zonedDays(telemetry, FAR_ZONE))).isEqualTo(expected.days(ZoneId.of(FAR_ZONE)));
    }

    private static <T> List<Runnable> inParts(List<T> all, long seed, Consumer<List<T>> write) {
        var random = new Random(seed);
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        var parts = new ArrayList<Runnable>();
        for (var start = 0; start < shuffled.size(); ) {
            var end = Math.min(shuffled.size(), start + 1 + random.nextInt(60));
            var part = List.copyOf(shuffled.subList(start, end));
            parts.add(() -> write.accept(part));
            start = end;
        }
        return parts;
    }

    private static Callable<Void> allOf(List<Runnable> writes) {
        return () -> {
            writes.forEach(Runnable::run);
            return null;
        };
    }

    private static Map<String, String> shown(List<UsageDay> days) {
        var shown = new TreeMap<String, String>();
        for (var day : days) {
            shown.put(day.date().toString(), shown(day.measures()));
            day.breakdowns(Dimension.MODEL)
                    .forEach(part -> shown.put(day.date() + " " + part.label(), shown(part.measures())));
        }
        return shown;
    }

    private static String shown(Measures measures) {
        var amounts = new TreeMap<String, Long>();
        put(amounts, "requests", measures.requests().count());
        put(amounts, "in", measures.tokens().input());
        put(amounts, "out", measures.tokens().output());
        put(amounts, "read", measures.tokens().cacheRead());
        put(amounts, "created", measures.tokens().cacheCreation());
        put(amounts, "lines_added", measures.lines().added());
        put(amounts, "lines_removed", measures.lines().removed());
        put(amounts, "suggestions", measures.decisions().suggestions());
        put(amounts, "acceptances", measures.decisions().acceptances());
        put(amounts, "rejections", measures.decisions().rejections());
        put(amounts, "sessions", measures.sessions());
        put(amounts, "cost", measures.cost().nanoDollars());
        return amounts.toString();
    }

    private static void put(Map<String, Long> amounts, String name, Count count) {
        count.toOptional().ifPresent(known -> amounts.put(name, known));
    }
}
