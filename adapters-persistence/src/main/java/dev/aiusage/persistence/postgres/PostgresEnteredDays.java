package dev.aiusage.persistence.postgres;

import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.application.entering.EnteredDays;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.List;

public final class PostgresEnteredDays implements EnteredDays {

    private final UserTransactions transactions;

    public PostgresEnteredDays(UserTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void keep(UserId user, List<EnteredDay> days, Instant at) {
        transactions.write(user, sql -> {
            new DaysOfTools(sql, user).keep(IntegrationMethod.MANUAL, days, at);
            return days;
        });
    }
}
