package dev.aiusage.application.access;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.user.UserId;

/** Makes a token worthless at once. */
public interface RevokeIngestToken {

    /**
     * What it brought stays.
     *
     * @throws RequestRejected.NotFound if the user has none of this id
     */
    void revoke(UserId user, IngestTokenId token);
}
