package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.Connection;
import dev.aiusage.domain.integration.IntegrationStatus;
import dev.aiusage.domain.integration.Secret;

/** How a connection is doing once its key was taken out of the vault, or could not be. */
record ConnectionAfterOpening(Connection before) implements OpenedKey.Cases<Connection> {

    /** Whatever else was wrong stays: only the vendor can tell. */
    @Override
    public Connection opened(Secret secret) {
        return before.status() == IntegrationStatus.KEY_UNREADABLE ? before.resumed() : before;
    }

    @Override
    public Connection unreadable(UnreadableKey why) {
        return before.in(IntegrationStatus.KEY_UNREADABLE, detail(why));
    }

    private static String detail(UnreadableKey why) {
        return switch (why) {
            case NOT_SEALED, DAMAGED -> "The stored key is damaged. Enter the vendor's key again.";
            case UNKNOWN_KEY ->
                "The stored key is encrypted under a key that the service does not have. Its operator can bring that back, or"
                        + " enter the vendor's key again.";
        };
    }
}
