package dev.aiusage.application.importing;

import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageEvent;
import java.util.List;

/** Where gathered events go: into the storage, or on to another service. */
public interface EventDestination {

    /** When this returns, all of them are kept there. */
    RecordedEvents take(Tool tool, List<UsageEvent> events);
}
