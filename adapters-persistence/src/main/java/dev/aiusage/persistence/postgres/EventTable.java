package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageEvents.AI_USAGE_EVENTS;

import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.user.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** One user's events within one transaction. */
final class EventTable {

    /** Key by key: the planner might else compare every event with every key. */
    private static final String FIND = """
            select {0} from unnest({1}) as wanted (wanted_key) cross join lateral (
              select * from {2} as event where event.user_id = {3} and event.event_key = wanted_key offset 0
            ) as event
            """;

    private static final String UPSERT = """
            insert into {0} (user_id, {1})
            select {2}, fresh.* from unnest({3}) as fresh
            on conflict (user_id, event_key) do update set {4}
            """;
    /** Of an event: that none other of its user calls it so. */
    static final String IS_NO_ALIAS = """
            not exists (
              select from {1} as holder where holder.user_id = {2} and holder.alias = event.event_key
                and holder.part = 3 and holder.alias is not null
              offset 0)\
            """;

    private static final String FIRST_OF_SESSIONS = """
            select earliest.event_key, earliest.integration_id, earliest.happened_at
            from unnest({0}) as sessions (session_hash)
            cross join lateral (
              select event_key, integration_id, happened_at from {1} as event
              where event.user_id = {2} and event.session_hash = sessions.session_hash
                and part = 3 and kind = 'request' and event.session_hash is not null
                and %s
              order by happened_at, event_key limit 1
            ) as earliest
            """.formatted(IS_NO_ALIAS);

    /** The event at which a session is counted. */
    record FirstOfSession(UUID key, QuarterHour quarterHour) {}

    private final DSLContext sql;
    private final UserId user;

    EventTable(DSLContext sql, UserId user) {
        this.sql = sql;
        this.user = user;
    }

    Map<EventKey, KeptEvent> find(Collection<EventKey> keys) {
        var values = keys.stream().map(EventKey::value).toArray(UUID[]::new);
        var found = new HashMap<EventKey, KeptEvent>();
        sql.resultQuery(FIND, Column.names(EventRows.ALL), DSL.val(values), AI_USAGE_EVENTS, DSL.val(user.value()))
                .coerce(EventRows.fields())
                .forEach(row -> {
                    var kept = EventRows.read(row);
                    found.put(kept.event().key(), kept);
                });
        return found;
    }

    void keep(List<KeptEvent> events) {
        sql.execute(
                UPSERT,
                AI_USAGE_EVENTS,
                Column.names(EventRows.ALL),
                DSL.val(user.value()),
                Column.arrays(EventRows.ALL, events),
                Column.excluded(EventRows.CHANGING));
    }

    Set<FirstOfSession> firstOf(Set<SessionKey> sessions) {
        if (sessions.isEmpty()) {
            return Set.of();
        }
        var hashes = sessions.stream().map(SessionKey::value).toArray(UUID[]::new);
        var first = new HashSet<FirstOfSession>();
        sql.resultQuery(FIRST_OF_SESSIONS, DSL.val(hashes), AI_USAGE_EVENTS, DSL.val(user.value()))
                .coerce(AI_USAGE_EVENTS.EVENT_KEY, AI_USAGE_EVENTS.INTEGRATION_ID, AI_USAGE_EVENTS.HAPPENED_AT)
                .forEach(
                        row -> first.add(new FirstOfSession(row.value1(), QuarterHour.of(row.value2(), row.value3()))));
        return first;
    }
}
