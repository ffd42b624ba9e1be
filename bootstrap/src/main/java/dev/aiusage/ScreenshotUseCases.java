package dev.aiusage;

import dev.aiusage.application.screenshots.ConfirmScreenshot;
import dev.aiusage.application.screenshots.ConfirmScreenshotService;
import dev.aiusage.application.screenshots.DiscardScreenshot;
import dev.aiusage.application.screenshots.DiscardScreenshotService;
import dev.aiusage.application.screenshots.ReadScreenshot;
import dev.aiusage.application.screenshots.ReadScreenshotService;
import dev.aiusage.application.screenshots.ScreenshotDrafts;
import java.time.Clock;

/** What users do with pictures of usage: have one read, look it over, and confirm or discard what was read. */
public record ScreenshotUseCases(ReadScreenshot read, ConfirmScreenshot confirm, DiscardScreenshot discard) {

    static ScreenshotUseCases of(ScreenshotDrafts drafts, VendorClients clients, VisionOptions vision, Clock clock) {
        return new ScreenshotUseCases(
                vision.key()
                        .<ReadScreenshot>map(
                                key -> new ReadScreenshotService(clients.pictures(key, vision.model()), drafts, clock))
                        .orElseGet(KeylessScreenshots::new),
                new ConfirmScreenshotService(drafts, clock),
                new DiscardScreenshotService(drafts, clock));
    }
}
