package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Secret;

/** A key, and whose usage is wanted with it: all that it sees, or that of one organization, enterprise or person. */
public record VendorAccount(Secret key, Scope scope) {}
