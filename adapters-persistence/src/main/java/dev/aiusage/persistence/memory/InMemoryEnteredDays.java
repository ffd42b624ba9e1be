package dev.aiusage.persistence.memory;

import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.application.entering.EnteredDays;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.List;

public final class InMemoryEnteredDays implements EnteredDays {

    private final InMemoryStore store;

    public InMemoryEnteredDays(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void keep(UserId user, List<EnteredDay> days, Instant at) {
        store.with(user, holdings -> DaysOfTools.keep(holdings, user, IntegrationMethod.MANUAL, days, at));
    }
}
