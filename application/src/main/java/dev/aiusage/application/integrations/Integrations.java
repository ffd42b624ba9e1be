package dev.aiusage.application.integrations;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.IntegrationStatus;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The integrations of users. A user sees and changes only their own. */
public interface Integrations {

    /**
     * The user's integration of this tool, method and scope; opened at the given instant if it was not there. Two callers at
     * once get the same one. Also makes the user known where the user was not.
     */
    Integration open(UserId user, Tool tool, IntegrationMethod method, Scope scope, Instant now);

    /** All of the user's, in the order of tool, method, scope. */
    List<Integration> of(UserId user);

    /** Notes that usage arrived; an earlier instant than the noted one, or an unknown integration, changes nothing. */
    void noteSynced(UserId user, IntegrationId integration, Instant at);

    Optional<KeyedIntegration> find(UserId user, IntegrationId integration);

    /**
     * Keeps a new one with its key, and notes who did it. Also makes the user known where the user was not.
     *
     * @return the integration as it is kept
     * @throws RequestRejected.AlreadyConnected if the user has one of the same tool, method and scope; nothing is kept then
     */
    Integration connect(KeyedIntegration fresh, AuditEntry entry);

    /**
     * Changes scope, connection and key, and notes who did it, while nobody else can change them. Where the scope changed, the
     * usage of the former one is gone, and all days that were fetched of it are open again.
     *
     * @return the changed integration; empty if the user has none of this id
     * @throws RequestRejected.AlreadyConnected if the user has another one of the changed scope; nothing is changed then
     */
    Optional<Integration> change(
            UserId user, IntegrationId integration, UnaryOperator<KeyedIntegration> change, List<AuditEntry> entries);

    /** Removes it with its key and all its usage, and notes who did it; {@code false} if the user has none of this id. */
    boolean remove(UserId user, IntegrationId integration, AuditEntry entry);

    /**
     * Notes how it went with this key. If another took the key's place meanwhile, be it the same one sealed anew, or its user paused
     * the integration, nothing is changed.
     *
     * @return whether it was noted
     */
    boolean noteStatus(UserId user, IntegrationId integration, SealedKey used, IntegrationStatus status, String detail);
}
