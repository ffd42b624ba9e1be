package dev.aiusage.application.access;

import dev.aiusage.domain.user.UserId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Remembers the users who came last, so that their requests need not ask the storage for it. */
public final class NoteUserService implements NoteUser {

    private static final int REMEMBERED = 10_000;

    private final Users users;
    private final Set<UserId> noted;

    public NoteUserService(Users users) {
        this(users, REMEMBERED);
    }

    NoteUserService(Users users, int remembered) {
        this.users = users;
        this.noted = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UserId, Boolean> eldest) {
                return size() > remembered;
            }
        }));
    }

    @Override
    public void note(UserId user) {
        if (!noted.contains(user)) {
            users.note(user);
            noted.add(user);
        }
    }
}
