package dev.aiusage.application.screenshots;

import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was read off users' pictures, until it is confirmed or discarded, or {@link ScreenshotDraft#KEPT} has gone by. A user sees
 * and changes only their own.
 */
public interface ScreenshotDrafts {

    /** How many pictures of one user are read {@link #WITHIN} a while: each costs whoever runs the service. */
    int MOST = 20;

    Duration WITHIN = Duration.ofHours(1);

    /**
     * Notes that a picture is about to be read, and forgets the user's drafts that are too old. If as many as may be were begun
     * within the while before, whatever became of them, nothing is noted. Safe for several callers at once. Also makes the user
     * known where the user was not.
     *
     * @return from when on another picture may be read, if not now
     */
    Optional<Instant> begin(UserId user, ScreenshotId id, Instant now);

    /** Keeps what was read. It has to be begun. */
    void keep(UserId user, ScreenshotDraft draft);

    /** The draft, as long as it is neither confirmed nor discarded nor too old. */
    Optional<ScreenshotDraft> find(UserId user, ScreenshotId id, Instant now);

    /**
     * Ends the draft and puts each of these days in the place of what was read off pictures for its tool before, all of it or
     * nothing; as {@link dev.aiusage.application.entering.EnteredDays#keep} does for what is typed in.
     *
     * @return {@code false} if the user has no such draft any more; nothing is changed then
     */
    boolean confirm(UserId user, ScreenshotId id, List<EnteredDay> days, Instant now);

    /** Ends the draft and forgets its figures; {@code false} if the user has no such draft any more. */
    boolean discard(UserId user, ScreenshotId id, Instant now);
}
