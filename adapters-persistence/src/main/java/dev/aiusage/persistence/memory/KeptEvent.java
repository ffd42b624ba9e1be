package dev.aiusage.persistence.memory;

import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.UsageEvent;

/** An event, and the integration and the device that brought it first, which keep it. */
record KeptEvent(IntegrationId integration, DeviceName device, UsageEvent event) {

    KeptEvent mergedWith(UsageEvent other) {
        return with(event.mergedWith(other));
    }

    KeptEvent with(UsageEvent changed) {
        return new KeptEvent(integration, device, changed);
    }

    boolean isWhole() {
        return event.part() == EventPart.WHOLE;
    }

    Place place() {
        return new Place(event.at(), event.key());
    }
}
