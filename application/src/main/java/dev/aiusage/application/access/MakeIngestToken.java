package dev.aiusage.application.access;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.user.UserId;

/** Makes a token for one of a user's machines. */
public interface MakeIngestToken {

    /**
     * A new one each time; names may repeat.
     *
     * @throws RequestRejected.InvalidField for a name that is empty, over 100 characters or can't be shown
     */
    MadeIngestToken make(UserId user, String name);
}
