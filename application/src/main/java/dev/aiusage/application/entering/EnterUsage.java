package dev.aiusage.application.entering;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.user.UserId;
import java.util.List;

/** Takes usage that a user types in. */
public interface EnterUsage {

    /** How many days can be told at once. */
    int MAX_DAYS = 5_000;

    /**
     * Keeps all of the days or none. A day that was entered before is replaced; the same again changes nothing.
     *
     * @return how many days are kept
     * @throws RequestRejected.InvalidFields with all that can't be, each by its row, such as {@code metrics[3].metric_date}: a day
     *     that can't be one of usage, the same day and tool twice, more of anything than a day can have
     * @throws RequestRejected.InvalidField for no days at all, or more than {@link #MAX_DAYS}
     */
    int enter(UserId user, List<EnteredDay> days);
}
