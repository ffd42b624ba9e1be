package dev.aiusage.application.screenshots;

import dev.aiusage.application.RequestRejected;

/** Has a vision model read a picture. Nothing of it is usage before it is confirmed. */
@FunctionalInterface
public interface ReadScreenshot {

    /**
     * Sends the picture to the model, which may take half a minute, and keeps what it read as a draft.
     *
     * @throws RequestRejected.NotSetUp if there is no key for the model, or one that it does not take
     * @throws RequestRejected.TooSoon if the user had many pictures read within the last hour
     * @throws RequestRejected.InvalidField if nothing can be read off the picture
     * @throws RequestRejected.VendorUnavailable if the model did not answer, or with what can't be
     */
    ScreenshotDraft read(NewScreenshot screenshot);
}
