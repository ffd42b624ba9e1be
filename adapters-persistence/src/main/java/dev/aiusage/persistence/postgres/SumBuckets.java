package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageBuckets.AI_USAGE_BUCKETS;

import dev.aiusage.domain.telemetry.FinerWork;
import dev.aiusage.domain.telemetry.SumBucket;
import dev.aiusage.domain.telemetry.SumRise;
import dev.aiusage.domain.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** What sums add to buckets: those of which nothing finer is known. */
final class SumBuckets {

    /** What an integration's sums come to in a quarter of an hour, under the same labels. */
    record OfIntegration(UUID integration, SumBucket bucket) {}

    static final List<Column<OfIntegration, ?>> COLUMNS = Stream.concat(
                    Stream.<Column<OfIntegration, ?>>of(
                            new Column<>(AI_USAGE_BUCKETS.INTEGRATION_ID, OfIntegration::integration),
                            new Column<>(AI_USAGE_BUCKETS.STARTS_AT, sum -> sum.bucket.quarterHour()),
                            new Column<>(
                                    AI_USAGE_BUCKETS.MODEL,
                                    sum -> sum.bucket.labels().model().text()),
                            new Column<>(
                                    AI_USAGE_BUCKETS.PROJECT,
                                    sum -> sum.bucket.labels().project().text()),
                            new Column<>(
                                    AI_USAGE_BUCKETS.LANGUAGE,
                                    sum -> sum.bucket.labels().language().text())),
                    MeasureColumns.<OfIntegration>of(sum -> sum.bucket.measures()).stream())
            .toList();

    private final SumTable sums;
    private final KnownWork known;
    private final LockedTool tool;

    SumBuckets(DSLContext sql, UserId user, LockedTool tool) {
        this.sums = new SumTable(sql, user);
        this.known = new KnownWork(sql, user, tool);
        this.tool = tool;
    }

    List<OfIntegration> in(Set<QuarterHour> touched) {
        var ofTelemetry = touched.stream().filter(this::isTelemetry).toList();
        return ofTelemetry.isEmpty() ? List.of() : in(ofTelemetry);
    }

    private boolean isTelemetry(QuarterHour quarterHour) {
        return tool.isTelemetry(quarterHour.integration());
    }

    private List<OfIntegration> in(Collection<QuarterHour> quarterHours) {
        var kept = sums.in(quarterHours);
        var finer = known.among(kept.stream()
                .map(KeptSum::rise)
                .map(SumRise::stepsBackFor)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet()));
        var counting = kept.stream()
                .filter(sum -> counts(sum, finer))
                .collect(Collectors.groupingBy(
                        KeptSum::integration, Collectors.mapping(KeptSum::rise, Collectors.toList())));
        return counting.entrySet().stream()
                .flatMap(entry -> SumBucket.of(entry.getValue()).stream()
                        .map(bucket -> new OfIntegration(entry.getKey(), bucket)))
                .toList();
    }

    private static boolean counts(KeptSum sum, Set<FinerWork> finer) {
        return sum.rise().stepsBackFor().stream().noneMatch(finer::contains);
    }
}
