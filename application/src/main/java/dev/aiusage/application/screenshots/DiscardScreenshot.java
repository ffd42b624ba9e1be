package dev.aiusage.application.screenshots;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.user.UserId;

/** Forgets what was read off a picture. */
@FunctionalInterface
public interface DiscardScreenshot {

    /**
     * Nothing of the draft is left, and it was no usage.
     *
     * @throws RequestRejected.NotFound if the user has no such draft, or not any more
     */
    void discard(UserId user, ScreenshotId id);
}
