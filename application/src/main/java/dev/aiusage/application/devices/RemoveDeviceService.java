package dev.aiusage.application.devices;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.device.DeviceId;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;

/** Removes what is there, and says so where nothing is. */
public final class RemoveDeviceService implements RemoveDevice {

    private final Devices devices;
    private final Clock clock;

    public RemoveDeviceService(Devices devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    @Override
    public void remove(UserId user, DeviceId device) {
        var entry = AuditEntry.by(user, AuditAction.DEVICE_REMOVED, device.value(), clock.instant());
        if (!devices.remove(user, device, entry)) {
            throw new RequestRejected.NotFound("device");
        }
    }
}
