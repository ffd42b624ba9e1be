package dev.aiusage.persistence.postgres.scheduling;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;
import java.util.UUID;

/** What an integration's turn is called in the schedule: nothing but ids, as text. */
record TurnName(UserId user, IntegrationId integration) {

    private static final char BETWEEN = '/';

    static TurnName parse(String text) {
        var between = text.indexOf(BETWEEN);
        return new TurnName(
                new UserId(UUID.fromString(text.substring(0, between))),
                new IntegrationId(UUID.fromString(text.substring(between + 1))));
    }

    /** How the names of all turns of the user begin. */
    static String beginningOf(UserId user) {
        return user.toString() + BETWEEN;
    }

    String text() {
        return beginningOf(user) + integration;
    }
}
