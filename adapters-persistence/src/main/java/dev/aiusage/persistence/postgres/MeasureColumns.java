package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageBuckets.AI_USAGE_BUCKETS;

import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** How measures lie in the columns that events, buckets, days and breakdowns have in common. */
final class MeasureColumns {

    private static final List<Column<Measures, Long>> COUNTS = List.of(
            count(
                    AI_USAGE_BUCKETS.REQUEST_COUNT,
                    measures -> measures.requests().count()),
            count(AI_USAGE_BUCKETS.TOKEN_COUNT, measures -> measures.tokens().total()),
            count(AI_USAGE_BUCKETS.INPUT_TOKENS, measures -> measures.tokens().input()),
            count(AI_USAGE_BUCKETS.OUTPUT_TOKENS, measures -> measures.tokens().output()),
            count(
                    AI_USAGE_BUCKETS.CACHE_READ_TOKENS,
                    measures -> measures.tokens().cacheRead()),
            count(
                    AI_USAGE_BUCKETS.CACHE_CREATION_TOKENS,
                    measures -> measures.tokens().cacheCreation()),
            count(AI_USAGE_BUCKETS.LINES_OF_CODE, measures -> measures.lines().added()),
            count(AI_USAGE_BUCKETS.LINES_REMOVED, measures -> measures.lines().removed()),
            count(AI_USAGE_BUCKETS.SUGGESTIONS, measures -> measures.decisions().suggestions()),
            count(AI_USAGE_BUCKETS.ACCEPTANCES, measures -> measures.decisions().acceptances()),
            count(AI_USAGE_BUCKETS.REJECTIONS, measures -> measures.decisions().rejections()),
            count(AI_USAGE_BUCKETS.SESSIONS, Measures::sessions),
            count(AI_USAGE_BUCKETS.COST_NANOS, measures -> measures.cost().nanoDollars()));
    private static final List<Column<Measures, String>> BASES = List.of(
            new Column<>(
                    AI_USAGE_BUCKETS.REQUEST_BASIS,
                    measures -> slug(measures.requests().basis())),
            new Column<>(
                    AI_USAGE_BUCKETS.COST_BASIS,
                    measures -> slug(measures.cost().basis())));

    private MeasureColumns() {}

    static <R> List<Column<R, ?>> of(Function<R, Measures> measures) {
        var columns = new ArrayList<Column<R, ?>>();
        COUNTS.forEach(column ->
                columns.add(new Column<>(column.field(), row -> column.value().apply(measures.apply(row)))));
        BASES.forEach(column ->
                columns.add(new Column<>(column.field(), row -> column.value().apply(measures.apply(row)))));
        return columns;
    }

    /** These columns and then those of the measures, as statements list them. */
    static List<Field<?>> after(Field<?>... first) {
        var fields = new ArrayList<>(List.of(first));
        fields.addAll(counts());
        fields.addAll(bases());
        return fields;
    }

    static List<Field<Long>> counts() {
        return COUNTS.stream().map(Column::field).toList();
    }

    static List<Field<String>> bases() {
        return BASES.stream().map(Column::field).toList();
    }

    static Measures read(Record row) {
        return new Measures(
                new RequestCount(count(row, AI_USAGE_BUCKETS.REQUEST_COUNT), requestBasis(row)),
                tokens(row),
                new LinesChanged(
                        count(row, AI_USAGE_BUCKETS.LINES_OF_CODE), count(row, AI_USAGE_BUCKETS.LINES_REMOVED)),
                new Decisions(
                        count(row, AI_USAGE_BUCKETS.SUGGESTIONS),
                        count(row, AI_USAGE_BUCKETS.ACCEPTANCES),
                        count(row, AI_USAGE_BUCKETS.REJECTIONS)),
                count(row, AI_USAGE_BUCKETS.SESSIONS),
                new Cost(count(row, AI_USAGE_BUCKETS.COST_NANOS), costBasis(row)));
    }

    /** What the total has beyond the kinds was never split. */
    private static TokenCount tokens(Record row) {
        var kinds = TokenCount.ofKinds(
                count(row, AI_USAGE_BUCKETS.INPUT_TOKENS),
                count(row, AI_USAGE_BUCKETS.OUTPUT_TOKENS),
                count(row, AI_USAGE_BUCKETS.CACHE_READ_TOKENS),
                count(row, AI_USAGE_BUCKETS.CACHE_CREATION_TOKENS));
        var total = row.get(AI_USAGE_BUCKETS.TOKEN_COUNT);
        if (total == null) {
            return kinds;
        }
        var unsplit = Count.of(total - kinds.total().orElse(0));
        return new TokenCount(kinds.input(), kinds.output(), kinds.cacheRead(), kinds.cacheCreation(), unsplit);
    }

    static Count count(Record row, Field<Long> field) {
        return Count.ofNullable(row.get(field));
    }

    private static RequestBasis requestBasis(Record row) {
        var slug = row.get(AI_USAGE_BUCKETS.REQUEST_BASIS);
        return slug == null ? RequestBasis.UNKNOWN : RequestBasis.of(slug);
    }

    private static CostBasis costBasis(Record row) {
        var slug = row.get(AI_USAGE_BUCKETS.COST_BASIS);
        return slug == null ? CostBasis.UNKNOWN : CostBasis.of(slug);
    }

    private static Column<Measures, Long> count(Field<Long> field, Function<Measures, Count> count) {
        return new Column<>(field, measures -> count.apply(measures).orNull());
    }

    private static @Nullable String slug(RequestBasis basis) {
        return basis == RequestBasis.UNKNOWN ? null : basis.slug();
    }

    private static @Nullable String slug(CostBasis basis) {
        return basis == CostBasis.UNKNOWN ? null : basis.slug();
    }
}
