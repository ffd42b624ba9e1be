package dev.aiusage.application.devices;

import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.device.Device;
import dev.aiusage.domain.device.DeviceId;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The machines of users. Recording events makes those known that bring them. */
public interface Devices {

    /** All of the user's, the first seen first, then by name. */
    List<Device> of(UserId user);

    /** Notes that the machine of this name was there; an earlier instant than the last one changes nothing. */
    SeenDevice note(UserId user, DeviceName name, Instant at);

    /** Empty if the user has none of this id. An empty alias is none. */
    Optional<Device> rename(UserId user, DeviceId device, String alias);

    /**
     * Takes out a device and the events that it was the first to bring, and notes who did so. Days and breakdowns are right when
     * this returns, the user's log marks are forgotten, and their history is another. {@code false} if the user has none of this
     * id.
     */
    boolean remove(UserId user, DeviceId device, AuditEntry entry);
}
