package dev.aiusage.server.settings;

/** Who may call the service. */
public sealed interface Access permits Access.LocalAccess, TokenAccess {

    /** One user and no login, so only from this machine. */
    record LocalAccess() implements Access {}
}
