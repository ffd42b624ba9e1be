package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;

/** What a user wants to be connected, as it was typed in. An empty text was not given. */
public record NewConnection(
        UserId user, Tool tool, Secret key, String organization, String enterprise, String account) {}
