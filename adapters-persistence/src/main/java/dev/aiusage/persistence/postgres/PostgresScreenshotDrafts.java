package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageScreenshots.AI_USAGE_SCREENSHOTS;

import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.application.screenshots.ScreenshotDraft;
import dev.aiusage.application.screenshots.ScreenshotDrafts;
import dev.aiusage.application.screenshots.ScreenshotId;
import dev.aiusage.db.jooq.tables.records.AiUsageScreenshotsRecord;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

public final class PostgresScreenshotDrafts implements ScreenshotDrafts {

    private static final String READING = "reading";
    private static final String DRAFT = "draft";
    private static final String CONFIRMED = "confirmed";
    private static final String DISCARDED = "discarded";

    private final UserTransactions transactions;

    public PostgresScreenshotDrafts(UserTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Instant> begin(UserId user, ScreenshotId id, Instant now) {
        var createdAt = now.truncatedTo(ChronoUnit.MICROS);
        return transactions.write(user, sql -> {
            PostgresUsers.note(user, sql);
            takeTurns(user, sql);
            sql.deleteFrom(AI_USAGE_SCREENSHOTS)
                    .where(AI_USAGE_SCREENSHOTS.USER_ID.eq(user.value()))
                    .and(AI_USAGE_SCREENSHOTS.CREATED_AT.le(createdAt.minus(ScreenshotDraft.KEPT)))
                    .execute();
            var free = free(user, createdAt, sql);
            if (free.isEmpty()) {
                sql.insertInto(AI_USAGE_SCREENSHOTS)
                        .set(AI_USAGE_SCREENSHOTS.USER_ID, user.value())
                        .set(AI_USAGE_SCREENSHOTS.SCREENSHOT_ID, id.value())
                        .set(AI_USAGE_SCREENSHOTS.STATUS, READING)
                        .set(AI_USAGE_SCREENSHOTS.CREATED_AT, createdAt)
                        .execute();
            }
            return free;
        });
    }

    /** Two requests of one user must not both find the last place free; there may be no row yet that they could lock. */
    private static void takeTurns(UserId user, DSLContext sql) {
        sql.execute("select pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val("screenshots of " + user));
    }

    private static Optional<Instant> free(UserId user, Instant now, DSLContext sql) {
        return sql.select(AI_USAGE_SCREENSHOTS.CREATED_AT)
                .from(AI_USAGE_SCREENSHOTS)
                .where(AI_USAGE_SCREENSHOTS.USER_ID.eq(user.value()))
                .and(AI_USAGE_SCREENSHOTS.CREATED_AT.gt(now.minus(WITHIN)))
                .orderBy(AI_USAGE_SCREENSHOTS.CREATED_AT.desc())
                .offset(MOST - 1)
                .limit(1)
                .fetchOptional(row -> row.value1().plus(WITHIN));
    }

    @Override
    public void keep(UserId user, ScreenshotDraft draft) {
        transactions.write(user, sql -> {
            sql.update(AI_USAGE_SCREENSHOTS)
                    .set(AI_USAGE_SCREENSHOTS.STATUS, DRAFT)
                    .set(
                            AI_USAGE_SCREENSHOTS.TOOL_NAME,
                            draft.tool().map(Tool::slug).orElse(null))
                    .set(AI_USAGE_SCREENSHOTS.CONFIDENCE, orNull(draft.confidence()))
                    .set(AI_USAGE_SCREENSHOTS.CREATED_AT, draft.createdAt())
                    .where(is(user, draft.id()))
                    .and(AI_USAGE_SCREENSHOTS.STATUS.eq(READING))
                    .execute();
            new ScreenshotDays(sql, user, draft.id()).add(draft.days());
            return draft;
        });
    }

    @Override
    public Optional<ScreenshotDraft> find(UserId user, ScreenshotId id, Instant now) {
        return transactions.read(
                user,
                sql -> sql.selectFrom(AI_USAGE_SCREENSHOTS)
                        .where(isOpen(user, id, now))
                        .fetchOptional(row -> read(row, new ScreenshotDays(sql, user, id))));
    }

    @Override
    public boolean confirm(UserId user, ScreenshotId id, List<EnteredDay> days, Instant now) {
        return transactions.write(user, sql -> {
            if (!end(user, id, CONFIRMED, now, sql)) {
                return false;
            }
            new DaysOfTools(sql, user).keep(IntegrationMethod.SCREENSHOT, days, now);
            return true;
        });
    }

    @Override
    public boolean discard(UserId user, ScreenshotId id, Instant now) {
        return transactions.write(user, sql -> end(user, id, DISCARDED, now, sql));
    }

    /** The row stays and tells that a picture was read; the update has others wait who would end it too. */
    private static boolean end(UserId user, ScreenshotId id, String status, Instant now, DSLContext sql) {
        var ended = sql.update(AI_USAGE_SCREENSHOTS)
                .set(AI_USAGE_SCREENSHOTS.STATUS, status)
                .where(isOpen(user, id, now))
                .execute();
        if (ended == 0) {
            return false;
        }
        new ScreenshotDays(sql, user, id).remove();
        return true;
    }

    private static ScreenshotDraft read(AiUsageScreenshotsRecord row, ScreenshotDays days) {
        var confidence = row.getConfidence();
        return new ScreenshotDraft(
                new ScreenshotId(row.getScreenshotId()),
                Optional.ofNullable(row.getToolName()).map(Tool::new),
                days.read(),
                confidence == null ? OptionalDouble.empty() : OptionalDouble.of(confidence),
                row.getCreatedAt());
    }

    private static @Nullable Double orNull(OptionalDouble confidence) {
        return confidence.isPresent() ? confidence.getAsDouble() : null;
    }

    private static Condition isOpen(UserId user, ScreenshotId id, Instant now) {
        return is(user, id)
                .and(AI_USAGE_SCREENSHOTS.STATUS.eq(DRAFT))
                .and(AI_USAGE_SCREENSHOTS.CREATED_AT.gt(
                        now.truncatedTo(ChronoUnit.MICROS).minus(ScreenshotDraft.KEPT)));
    }

    private static Condition is(UserId user, ScreenshotId id) {
        return AI_USAGE_SCREENSHOTS.USER_ID.eq(user.value()).and(AI_USAGE_SCREENSHOTS.SCREENSHOT_ID.eq(id.value()));
    }
}
