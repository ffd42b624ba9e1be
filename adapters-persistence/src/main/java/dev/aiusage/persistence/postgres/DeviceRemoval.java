package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageEvents.AI_USAGE_EVENTS;
import static dev.aiusage.db.jooq.tables.AiUsageLogFiles.AI_USAGE_LOG_FILES;

import dev.aiusage.domain.device.DeviceId;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.persistence.postgres.EventTable.FirstOfSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Takes a device and what it brought out of one user's tables, and lets what follows from the rest be right. */
final class DeviceRemoval {

    /** So many quarters of an hour at once keep the statements that derive from them quick. */
    private static final int AT_ONCE = 2_000;

    private static final Comparator<QuarterHour> BY_PLACE =
            Comparator.comparing(QuarterHour::integration).thenComparing(QuarterHour::startsAt);

    private static final String DELETE_EVENTS = """
            with gone as (
              delete from {0} where user_id = {1} and device_id = {2} returning integration_id, happened_at, session_hash
            )
            select distinct integration_id, session_hash,
              date_bin('15 minutes', happened_at, timestamptz '2000-01-01 00:00:00+00') as happened_at
            from gone
            """;

    private final DSLContext sql;
    private final UserId user;

    DeviceRemoval(DSLContext sql, UserId user) {
        this.sql = sql;
        this.user = user;
    }

    /** The row of the device goes first: who is bringing something of it holds that row. */
    boolean remove(DeviceId device) {
        new IntegrationLocks(sql, user).lockAll();
        if (new DeviceRows(sql, user).remove(device) == 0) {
            return false;
        }
        bringUpToDate(deleteEvents(device));
        new HistoryRows(sql, user).begin();
        sql.deleteFrom(AI_USAGE_LOG_FILES)
                .where(AI_USAGE_LOG_FILES.USER_ID.eq(user.value()))
                .execute();
        return true;
    }

    /** The quarters of an hour that change, those too to which sessions move that others saw as well. */
    private Set<QuarterHour> deleteEvents(DeviceId device) {
        var touched = new HashSet<QuarterHour>();
        var sessions = new HashSet<SessionKey>();
        sql.resultQuery(DELETE_EVENTS, AI_USAGE_EVENTS, DSL.val(user.value()), DSL.val(device.value()))
                .coerce(AI_USAGE_EVENTS.INTEGRATION_ID, AI_USAGE_EVENTS.SESSION_HASH, AI_USAGE_EVENTS.HAPPENED_AT)
                .forEach(row -> {
                    UUID integration = row.value1();
                    UUID session = row.value2();
                    Instant at = row.value3();
                    touched.add(QuarterHour.of(integration, at));
                    if (session != null) {
                        sessions.add(new SessionKey(session));
                    }
                });
        new EventTable(sql, user)
                .firstOf(sessions).stream().map(FirstOfSession::quarterHour).forEach(touched::add);
        return touched;
    }

    private void bringUpToDate(Set<QuarterHour> touched) {
        var derived = new DerivedTables(sql, user);
        var sorted = new ArrayList<>(touched);
        sorted.sort(BY_PLACE);
        for (var from = 0; from < sorted.size(); from += AT_ONCE) {
            var to = Math.min(sorted.size(), from + AT_ONCE);
            derived.bringUpToDate(Set.copyOf(sorted.subList(from, to)));
        }
    }
}
