package dev.aiusage.persistence.memory;

import dev.aiusage.application.screenshots.ScreenshotDraft;
import java.time.Instant;
import java.util.Optional;

/** That a picture was read, and what was read as long as its owner has not decided. */
record HeldScreenshot(Instant begunAt, Optional<ScreenshotDraft> draft) {

    boolean isFresh(Instant now) {
        return begunAt.isAfter(now.minus(ScreenshotDraft.KEPT));
    }
}
