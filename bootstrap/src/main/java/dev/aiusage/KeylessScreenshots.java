package dev.aiusage;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.screenshots.NewScreenshot;
import dev.aiusage.application.screenshots.ReadScreenshot;
import dev.aiusage.application.screenshots.ScreenshotDraft;

/** Of an assembly without a key for a vision model: says what is missing, and counts nothing against its user. */
final class KeylessScreenshots implements ReadScreenshot {

    @Override
    public ScreenshotDraft read(NewScreenshot screenshot) {
        throw new RequestRejected.NotSetUp(
                "Screenshots are read by a model of Anthropic's, and this service has no key for it: its operator has to set"
                        + " VISION_API_KEY.");
    }
}
