package dev.aiusage.application.usage;

import dev.aiusage.domain.device.DeviceName;
import java.time.Instant;

/** Which machine brings events, and when. */
public record Delivery(DeviceName device, Instant at) {

    /** By a machine that said nothing of itself. */
    public static final Delivery UNNAMED = new Delivery(DeviceName.NONE, Instant.EPOCH);
}
