package dev.aiusage.application.integrations;

import dev.aiusage.domain.user.UserId;
import java.util.List;

/** Shows a user's integrations, in the order of tool, method, scope. */
public interface ListIntegrations {

    List<ShownIntegration> of(UserId user);
}
