package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageEvents.AI_USAGE_EVENTS;

import dev.aiusage.domain.usage.CopyRank;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.UsageEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** How an event lies in its table. */
final class EventRows {

    private static final List<Column<KeptEvent, ?>> IDENTITY = List.of(
            column(AI_USAGE_EVENTS.EVENT_KEY, event -> event.key().value()),
            new Column<>(AI_USAGE_EVENTS.INTEGRATION_ID, KeptEvent::integration));

    /** What a better copy changes. */
    static final List<Column<KeptEvent, ?>> CHANGING = changing();

    static final List<Column<KeptEvent, ?>> ALL = concat(IDENTITY, CHANGING);

    private EventRows() {}

    static List<Field<?>> fields() {
        return ALL.stream()
                .<Field<?>>map(column -> AI_USAGE_EVENTS.field(column.field().getName()))
                .toList();
    }

    static KeptEvent read(Record row) {
        var event = new UsageEvent(
                new EventKey(row.get(AI_USAGE_EVENTS.EVENT_KEY)),
                alias(row),
                EventPart.ofBits(row.get(AI_USAGE_EVENTS.PART)),
                row.get(AI_USAGE_EVENTS.HAPPENED_AT),
                new EventLabels(
                        new Label(row.get(AI_USAGE_EVENTS.MODEL)),
                        new Label(row.get(AI_USAGE_EVENTS.PROJECT)),
                        new Label(row.get(AI_USAGE_EVENTS.LANGUAGE))),
                session(row),
                MeasureColumns.read(row),
                new PriceTerms(
                        MeasureColumns.count(row, AI_USAGE_EVENTS.ONE_HOUR_CACHE_CREATION),
                        MeasureColumns.count(row, AI_USAGE_EVENTS.WEB_SEARCHES),
                        PriceTerms.modifiersOf(row.get(AI_USAGE_EVENTS.PRICE_MODIFIERS))),
                new CopyRank(
                        row.get(AI_USAGE_EVENTS.SOURCE_RANK),
                        row.get(AI_USAGE_EVENTS.DETAIL_RANK),
                        row.get(AI_USAGE_EVENTS.ORIGIN_RANK)));
        return new KeptEvent(row.get(AI_USAGE_EVENTS.INTEGRATION_ID), event);
    }

    private static EventKey alias(Record row) {
        var alias = row.get(AI_USAGE_EVENTS.ALIAS);
        return alias == null ? EventKey.NONE : new EventKey(alias);
    }

    private static SessionKey session(Record row) {
        var hash = row.get(AI_USAGE_EVENTS.SESSION_HASH);
        return hash == null ? SessionKey.NONE : new SessionKey(hash);
    }

    private static List<Column<KeptEvent, ?>> changing() {
        List<Column<KeptEvent, ?>> own = List.of(
                column(
                        AI_USAGE_EVENTS.ALIAS,
                        event -> event.alias().isPresent() ? event.alias().value() : null),
                column(AI_USAGE_EVENTS.PART, event -> (short) event.part().bits()),
                column(AI_USAGE_EVENTS.KIND, event -> event.kind().slug()),
                column(AI_USAGE_EVENTS.HAPPENED_AT, UsageEvent::at),
                column(
                        AI_USAGE_EVENTS.SESSION_HASH,
                        event -> event.session().isPresent() ? event.session().value() : null),
                column(AI_USAGE_EVENTS.MODEL, event -> event.labels().model().text()),
                column(
                        AI_USAGE_EVENTS.PROJECT,
                        event -> event.labels().project().text()),
                column(
                        AI_USAGE_EVENTS.LANGUAGE,
                        event -> event.labels().language().text()),
                column(
                        AI_USAGE_EVENTS.ONE_HOUR_CACHE_CREATION,
                        event -> event.terms().oneHourCacheCreation().orNull()),
                column(
                        AI_USAGE_EVENTS.WEB_SEARCHES,
                        event -> event.terms().webSearches().orNull()),
                column(AI_USAGE_EVENTS.PRICE_MODIFIERS, event ->
                        (short) event.terms().modifierBits()),
                column(AI_USAGE_EVENTS.SOURCE_RANK, event -> event.rank().source()),
                column(AI_USAGE_EVENTS.DETAIL_RANK, event -> event.rank().detail()),
                column(AI_USAGE_EVENTS.ORIGIN_RANK, event -> event.rank().origin()));
        return concat(own, MeasureColumns.of(kept -> kept.event().measures()));
    }

    private static <T> Column<KeptEvent, T> column(Field<T> field, Function<UsageEvent, @Nullable T> value) {
        return new Column<>(field, kept -> value.apply(kept.event()));
    }

    private static List<Column<KeptEvent, ?>> concat(
            List<Column<KeptEvent, ?>> first, List<Column<KeptEvent, ?>> second) {
        var both = new ArrayList<>(first);
        both.addAll(second);
        return List.copyOf(both);
    }
}
