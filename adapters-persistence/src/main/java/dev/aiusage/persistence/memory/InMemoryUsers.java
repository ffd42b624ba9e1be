package dev.aiusage.persistence.memory;

import dev.aiusage.application.access.Users;
import dev.aiusage.domain.user.UserId;

/** Keeps none: in memory a user is whoever has something, and no table refers to them. */
public final class InMemoryUsers implements Users {

    @Override
    public void note(UserId user) {}
}
