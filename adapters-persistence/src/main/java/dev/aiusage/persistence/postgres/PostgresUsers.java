package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiToolIntegrations.AI_TOOL_INTEGRATIONS;

import dev.aiusage.application.access.Users;
import dev.aiusage.domain.user.UserId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

public final class PostgresUsers implements Users {

    private final UserTransactions transactions;

    public PostgresUsers(UserTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void note(UserId user) {
        transactions.write(user, sql -> note(user, sql));
    }

    /** The migrations know whether users are ours to note. */
    static int note(UserId user, DSLContext sql) {
        var noteUser = sql.render(AI_TOOL_INTEGRATIONS.getSchema()) + ".ai_usage_note_user";
        return sql.execute("select " + noteUser + "({0})", DSL.val(user.value()));
    }
}
