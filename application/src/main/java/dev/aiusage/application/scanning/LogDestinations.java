package dev.aiusage.application.scanning;

import dev.aiusage.application.importing.EventDestination;
import dev.aiusage.domain.user.UserId;

/** Where the events of logs go. */
public interface LogDestinations {

    /** One for each worker, who uses it alone. */
    EventDestination open(UserId user);
}
