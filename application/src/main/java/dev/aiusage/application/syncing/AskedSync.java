package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a user wants to be synchronised.
 *
 * @param integration empty for all of the user's that are active
 * @param from the first day to be fetched again even if it is final
 * @param to the last one; today if only the first is given
 */
public record AskedSync(
        UserId user, Optional<IntegrationId> integration, Optional<LocalDate> from, Optional<LocalDate> to) {}
