package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** What is to be done when an integration's turn has come. */
@FunctionalInterface
public interface SyncWork {

    /**
     * Synchronises the integration; never twice at the same time.
     *
     * @return when its next turn is; empty if there is none until somebody plans one
     */
    Optional<Instant> run(UserId user, IntegrationId integration);

    /**
     * Whether somebody wants the integration synchronised before its next turn, and could not plan an earlier one because this turn
     * was being taken. Asked once the next turn is planned.
     */
    default boolean isOverdue(UserId user, IntegrationId integration, Optional<Instant> next) {
        return false;
    }
}
