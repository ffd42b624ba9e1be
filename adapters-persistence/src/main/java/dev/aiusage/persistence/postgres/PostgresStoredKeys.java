package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiToolIntegrations.AI_TOOL_INTEGRATIONS;

import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.application.rotation.StoredKey;
import dev.aiusage.application.rotation.StoredKeys;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

public final class PostgresStoredKeys implements StoredKeys {

    /** Rows are locked in the order of their keys first: two who replace the same ones would wait in a circle otherwise. */
    private static final String REPLACE = """
            with wanted as (
              select * from unnest({1}, {2}, {3}, {4}) as wanted (user_id, integration_id, before, after)
            ),
            locked as materialized (
              select user_id, integration_id from {0} as held
              where (user_id, integration_id) in (select user_id, integration_id from wanted)
              order by user_id, integration_id for no key update
            )
            update {0} as held set encrypted_api_key = wanted.after
            from wanted join locked using (user_id, integration_id)
            where held.user_id = wanted.user_id and held.integration_id = wanted.integration_id
              and held.encrypted_api_key = wanted.before
            """;

    private final UserTransactions transactions;

    public PostgresStoredKeys(UserTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<StoredKey> next(Optional<StoredKey> after, int limit) {
        return transactions.acrossUsers(sql -> sql.select(
                        AI_TOOL_INTEGRATIONS.USER_ID,
                        AI_TOOL_INTEGRATIONS.INTEGRATION_ID,
                        AI_TOOL_INTEGRATIONS.ENCRYPTED_API_KEY)
                .from(AI_TOOL_INTEGRATIONS)
                .where(AI_TOOL_INTEGRATIONS.ENCRYPTED_API_KEY.isNotNull())
                .and(after.map(PostgresStoredKeys::isBehind).orElseGet(DSL::noCondition))
                .orderBy(AI_TOOL_INTEGRATIONS.USER_ID, AI_TOOL_INTEGRATIONS.INTEGRATION_ID)
                .limit(limit)
                .fetch(row -> new StoredKey(
                        new UserId(row.value1()), new IntegrationId(row.value2()), new SealedKey(row.value3()))));
    }

    private static Condition isBehind(StoredKey last) {
        return DSL.row(AI_TOOL_INTEGRATIONS.USER_ID, AI_TOOL_INTEGRATIONS.INTEGRATION_ID)
                .gt(last.user().value(), last.integration().value());
    }

    @Override
    public int replace(List<Replacement> replacements) {
        return transactions.acrossUsers(sql -> sql.execute(
                REPLACE,
                AI_TOOL_INTEGRATIONS,
                array(
                        replacements,
                        AI_TOOL_INTEGRATIONS.USER_ID,
                        one -> one.before().user().value()),
                array(
                        replacements,
                        AI_TOOL_INTEGRATIONS.INTEGRATION_ID,
                        one -> one.before().integration().value()),
                array(
                        replacements,
                        AI_TOOL_INTEGRATIONS.ENCRYPTED_API_KEY,
                        one -> one.before().key().text()),
                array(
                        replacements,
                        AI_TOOL_INTEGRATIONS.ENCRYPTED_API_KEY,
                        one -> one.after().key().text())));
    }

    private static <T> Field<T[]> array(
            List<Replacement> replacements, Field<T> column, Function<Replacement, T> value) {
        return new Column<>(column, value).array(replacements);
    }
}
