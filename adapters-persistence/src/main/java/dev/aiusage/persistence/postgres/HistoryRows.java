package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageHistories.AI_USAGE_HISTORIES;

import dev.aiusage.application.usage.HistoryId;
import dev.aiusage.domain.user.UserId;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Which history of a user this is, within one transaction. */
final class HistoryRows {

    private final DSLContext sql;
    private final UserId user;

    HistoryRows(DSLContext sql, UserId user) {
        this.sql = sql;
        this.user = user;
    }

    /** Begins the first one where there is none. */
    HistoryId current() {
        return find().orElseGet(() -> {
            sql.insertInto(AI_USAGE_HISTORIES)
                    .set(AI_USAGE_HISTORIES.USER_ID, user.value())
                    .set(AI_USAGE_HISTORIES.HISTORY_ID, UUID.randomUUID())
                    .onConflictDoNothing()
                    .execute();
            return find().orElseThrow();
        });
    }

    private Optional<HistoryId> find() {
        return sql.select(AI_USAGE_HISTORIES.HISTORY_ID)
                .from(AI_USAGE_HISTORIES)
                .where(AI_USAGE_HISTORIES.USER_ID.eq(user.value()))
                .fetchOptional(row -> new HistoryId(row.value1()));
    }

    /** Whether this is the current one; then it stays so until the transaction ends. */
    boolean holds(HistoryId history) {
        return sql.select(AI_USAGE_HISTORIES.HISTORY_ID)
                .from(AI_USAGE_HISTORIES)
                .where(AI_USAGE_HISTORIES.USER_ID.eq(user.value()))
                .forShare()
                .fetchOptional(row -> new HistoryId(row.value1()))
                .filter(history::equals)
                .isPresent();
    }

    void begin() {
        var fresh = UUID.randomUUID();
        sql.insertInto(AI_USAGE_HISTORIES)
                .set(AI_USAGE_HISTORIES.USER_ID, user.value())
                .set(AI_USAGE_HISTORIES.HISTORY_ID, fresh)
                .onConflict(AI_USAGE_HISTORIES.USER_ID)
                .doUpdate()
                .set(AI_USAGE_HISTORIES.HISTORY_ID, fresh)
                .execute();
    }
}
