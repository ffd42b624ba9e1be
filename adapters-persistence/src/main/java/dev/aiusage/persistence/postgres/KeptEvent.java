package dev.aiusage.persistence.postgres;

import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.UsageEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event, and the integration and the device (null: nobody said which) that brought it first, which keep it. */
record KeptEvent(UUID integration, @Nullable UUID device, UsageEvent event) {

    KeptEvent mergedWith(UsageEvent other) {
        return with(event.mergedWith(other));
    }

    KeptEvent with(UsageEvent changed) {
        return new KeptEvent(integration, device, changed);
    }

    boolean counts() {
        return event.part() == EventPart.WHOLE;
    }

    QuarterHour quarterHour() {
        return QuarterHour.of(integration, event.at());
    }
}
