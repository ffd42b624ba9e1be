package dev.aiusage.persistence;

import static dev.aiusage.persistence.Events.edit;
import static dev.aiusage.persistence.Events.request;

import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.telemetry.SumPoint;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What a tool's telemetry and logs tell of the same few days: sums that grow, begin anew or are told as differences, some of them
 * too low because they come late; requests and edits of some of the sessions. The same for the same seed.
 */
public final class RandomTelemetry {

    private static final Instant START = Instant.parse("2026-11-20T20:00:00Z");
    private static final int MINUTES = 3 * 24 * 60;
    private static final int SERIES = 24;

    private final Random random;
    private final List<SumPoint> points = new ArrayList<>();
    private final List<UsageEvent> logged = new ArrayList<>();
    private final List<UsageEvent> told = new ArrayList<>();

    private RandomTelemetry(long seed) {
        this.random = new Random(seed);
        for (var series = 0; series < SERIES; series++) {
            var sum = someSum(series);
            if (random.nextBoolean()) {
                addGrowing(sum);
                addGrowing(sum);
            } else {
                addDifferences(sum);
            }
        }
        addEvents();
    }

    public static RandomTelemetry withSeed(long seed) {
        return new RandomTelemetry(seed);
    }

    /** Each once to three times, in no order. */
    public List<SumPoint> points() {
        return repeated(points);
    }

    public List<UsageEvent> logged() {
        return repeated(logged);
    }

    public List<UsageEvent> told() {
        return repeated(told);
    }

    private Points someSum(int series) {
        var measures = SumMeasure.values();
        var measure = measures[series % measures.length];
        var sum = random.nextInt(4) == 0
                ? Points.sumOfNoSession(measure)
                : Points.sum(measure, one("a", "b", "c", "d", "e"));
        var labelled = sum.model(one("opus", "haiku", ""));
        return random.nextInt(4) == 0 ? labelled.ofSingleRequests() : labelled;
    }

    private void addGrowing(Points sum) {
        var began = someTime();
        var height = 0L;
        var at = began;
        for (var point = random.nextInt(20); point >= 0; point--) {
            at = at.plusSeconds(random.nextInt(1_500));
            height += random.nextInt(3) * 10L;
            var told = random.nextInt(8) == 0 ? height / 2 : height;
            points.add(sum.began(began).at(at).height(told).build());
        }
    }

    private void addDifferences(Points sum) {
        var at = someTime();
        for (var point = random.nextInt(20); point >= 0; point--) {
            var began = at;
            at = at.plusSeconds(1 + random.nextInt(1_500));
            points.add(sum.began(began).at(at).height(random.nextInt(20)).build());
        }
    }

    private void addEvents() {
        for (var number = 0; number < 6; number++) {
            var line = request("line " + number).at(someTime()).tokens(random.nextInt(9), 1);
            var session = one("a", "b", "f");
            logged.add(line.session(session).alias("request " + number).build());
            if (random.nextBoolean()) {
                told.add(request("request " + number)
                        .session(session)
                        .at(someTime())
                        .tokens(5, 5)
                        .build());
            }
        }
        told.add(request("of telemetry alone")
                .session(one("c", "f"))
                .at(someTime())
                .build());
        logged.add(
                edit("edit").session(one("a", "c")).at(someTime()).lines(3, 1).build());
    }

    private Instant someTime() {
        return START.plusSeconds(60L * random.nextInt(MINUTES));
    }

    private <T> List<T> repeated(List<T> all) {
        var copies = new ArrayList<>(all.stream()
                .flatMap(one -> Stream.generate(() -> one).limit(1 + random.nextInt(3)))
                .toList());
        Collections.shuffle(copies, random);
        return copies;
    }

    private String one(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
