package dev.aiusage.domain.device;

import java.time.Instant;

/**
 * A machine that logs came from.
 *
 * @param alias what its user calls it; empty if just by its name
 * @param firstSeenAt when it first brought something
 * @param lastImportAt when it last did
 */
public record Device(DeviceId id, DeviceName name, String alias, Instant firstSeenAt, Instant lastImportAt) {

    public Device withAlias(String changed) {
        return new Device(id, name, changed, firstSeenAt, lastImportAt);
    }

    /** An earlier instant than the last one changes nothing. */
    public Device seenAt(Instant instant) {
        return instant.isAfter(lastImportAt) ? new Device(id, name, alias, firstSeenAt, instant) : this;
    }
}
