package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.IngestTokens.INGEST_TOKENS;

import dev.aiusage.application.access.IngestToken;
import dev.aiusage.application.access.IngestTokenId;
import dev.aiusage.application.access.IngestTokens;
import dev.aiusage.application.access.KeptToken;
import dev.aiusage.application.access.TokenHash;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.db.jooq.tables.records.IngestTokensRecord;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

public final class PostgresIngestTokens implements IngestTokens {

    private final UserTransactions transactions;

    public PostgresIngestTokens(UserTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public IngestToken keep(KeptToken fresh, AuditEntry entry) {
        var asked = fresh.token();
        var createdAt = asked.createdAt().truncatedTo(ChronoUnit.MICROS);
        return transactions.write(asked.user(), sql -> {
            sql.insertInto(INGEST_TOKENS)
                    .set(INGEST_TOKENS.USER_ID, asked.user().value())
                    .set(INGEST_TOKENS.TOKEN_ID, asked.id().value())
                    .set(INGEST_TOKENS.NAME, asked.name())
                    .set(INGEST_TOKENS.TOKEN_HASH, fresh.hash().bytes())
                    .set(INGEST_TOKENS.CREATED_AT, createdAt)
                    .execute();
            AuditRows.add(List.of(entry), sql);
            return new IngestToken(asked.id(), asked.user(), asked.name(), createdAt, Optional.empty());
        });
    }

    @Override
    public List<KeptToken> of(UserId user) {
        return transactions.read(
                user,
                sql -> sql.selectFrom(INGEST_TOKENS)
                        .where(INGEST_TOKENS.USER_ID.eq(user.value()))
                        .orderBy(INGEST_TOKENS.CREATED_AT, INGEST_TOKENS.TOKEN_ID)
                        .fetch(PostgresIngestTokens::read));
    }

    @Override
    public boolean revoke(UserId user, IngestTokenId token, AuditEntry entry) {
        return transactions.write(user, sql -> {
            var revoked = sql.deleteFrom(INGEST_TOKENS)
                    .where(INGEST_TOKENS.USER_ID.eq(user.value()))
                    .and(INGEST_TOKENS.TOKEN_ID.eq(token.value()))
                    .execute();
            if (revoked == 0) {
                return false;
            }
            AuditRows.add(List.of(entry), sql);
            return true;
        });
    }

    @Override
    public void noteUsed(UserId user, IngestTokenId token, Instant at) {
        var instant = at.truncatedTo(ChronoUnit.MICROS);
        transactions.write(
                user,
                sql -> sql.update(INGEST_TOKENS)
                        .set(INGEST_TOKENS.LAST_USED_AT, instant)
                        .where(INGEST_TOKENS.USER_ID.eq(user.value()))
                        .and(INGEST_TOKENS.TOKEN_ID.eq(token.value()))
                        .and(INGEST_TOKENS.LAST_USED_AT.isNull().or(INGEST_TOKENS.LAST_USED_AT.lt(instant)))
                        .execute());
    }

    private static KeptToken read(IngestTokensRecord row) {
        var token = new IngestToken(
                new IngestTokenId(row.getTokenId()),
                new UserId(row.getUserId()),
                row.getName(),
                row.getCreatedAt(),
                Optional.ofNullable(row.getLastUsedAt()));
        return new KeptToken(token, TokenHash.stored(row.getTokenHash()));
    }
}
