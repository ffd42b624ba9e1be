package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.List;

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
}
