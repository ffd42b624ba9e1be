package dev.aiusage.application.entering;

import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/** The days that users type in. */
public interface EnteredDays {

    /**
     * Puts each day in the place of what was typed in for its tool before: into the one integration that each tool has for this,
     * which is opened where it was not there. All or none, over all tools. Notes that usage arrived, and makes the user known
     * where the user was not.
     *
     * @throws IllegalArgumentException if a date stands twice for a tool
     */
    void keep(UserId user, List<EnteredDay> days, Instant at);
}
