package dev.aiusage.application.access;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;

/** Keeps each note, also the same one twice. */
final class FakeUsers implements Users {

    final List<UserId> notes = new ArrayList<>();
    boolean isReachable = true;

    @Override
    public void note(UserId user) {
        if (!isReachable) {
            throw new StorageUnavailable("gone", new IllegalStateException("gone"));
        }
        notes.add(user);
    }
}
