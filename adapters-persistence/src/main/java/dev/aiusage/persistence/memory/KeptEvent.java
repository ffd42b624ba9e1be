package dev.aiusage.persistence.memory;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.UsageEvent;

/** An event and the integration that brought it first, which keeps it. */
record KeptEvent(IntegrationId integration, UsageEvent event) {

    KeptEvent mergedWith(UsageEvent other) {
        return new KeptEvent(integration, event.mergedWith(other));
    }

    boolean isWhole() {
        return event.part() == EventPart.WHOLE;
    }

    Place place() {
        return new Place(event.at(), event.key());
    }
}
