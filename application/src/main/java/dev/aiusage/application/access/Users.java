package dev.aiusage.application.access;

import dev.aiusage.domain.user.UserId;

/** Who the users are, where that is for this service to keep. */
public interface Users {

    /** Adds a user who is not there yet; does nothing where somebody else keeps the users. */
    void note(UserId user);
}
