package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a user wants to be synchronised.
 *
 * @param integration empty for all of the user's that are active
 * @param from the first UTC day to be fetched again even if it is final; empty for what is missing or not final yet
 * @param to the last one, at most 365 days later and not in the future; empty for today, and wherever the first is
 */
public record AskedSync(
        UserId user, Optional<IntegrationId> integration, Optional<LocalDate> from, Optional<LocalDate> to) {}
