package dev.aiusage.persistence.postgres;

import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.UsageEvent;
import java.util.UUID;

/** An event and the integration that brought it first, which keeps it. */
record KeptEvent(UUID integration, UsageEvent event) {

    KeptEvent mergedWith(UsageEvent other) {
        return new KeptEvent(integration, event.mergedWith(other));
    }

    boolean counts() {
        return event.part() == EventPart.WHOLE;
    }

    QuarterHour quarterHour() {
        return QuarterHour.of(integration, event.at());
    }
}
