package dev.aiusage.application.screenshots;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.domain.user.UserId;
import java.util.List;

/** Makes usage of what was read off a picture, once its owner has looked it over. Each day replaces what pictures told before. */
public interface ConfirmScreenshot {

    /**
     * As it was read.
     *
     * @return how many days are kept
     * @throws RequestRejected.NotFound if the user has no such draft, or not any more: once it is confirmed it is none
     * @throws RequestRejected.InvalidFields if the picture told no tool, or a day without a date
     */
    int asRead(UserId user, ScreenshotId id);

    /**
     * As its owner has corrected it: these days and no others.
     *
     * @return how many days are kept
     * @throws RequestRejected.NotFound as {@link #asRead}
     * @throws RequestRejected.InvalidFields for what can't be, as {@link dev.aiusage.application.entering.EnterUsage#enter}
     */
    int corrected(UserId user, ScreenshotId id, List<EnteredDay> days);
}
