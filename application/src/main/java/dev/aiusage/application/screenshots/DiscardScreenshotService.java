package dev.aiusage.application.screenshots;

import dev.aiusage.domain.user.UserId;
import java.time.Clock;

/** Discards what is there, and says so where nothing is. */
public final class DiscardScreenshotService implements DiscardScreenshot {

    private final ScreenshotDrafts drafts;
    private final Clock clock;

    public DiscardScreenshotService(ScreenshotDrafts drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public void discard(UserId user, ScreenshotId id) {
        if (!drafts.discard(user, id, clock.instant())) {
            throw ConfirmScreenshotService.notFound();
        }
    }
}
