package dev.aiusage.application.access;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.domain.user.UserId;

/** Lets the storage know of a user as soon as somebody has proved to be that user. */
public interface NoteUser {

    /**
     * Costs nothing but the first time for each user.
     *
     * @throws StorageUnavailable if this is the first time and the storage does not answer; the next time is the first one then
     */
    void note(UserId user);
}
