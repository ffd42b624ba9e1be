package dev.aiusage.application.devices;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.device.DeviceId;
import dev.aiusage.domain.user.UserId;

/** Takes a machine and its usage out. */
public interface RemoveDevice {

    /**
     * The events that the device was the first to bring are gone, and days without them are as if they had never been. A machine
     * that is still there comes back with its next scan or push, and events that others have too come back with theirs.
     *
     * @throws RequestRejected.NotFound if the user has no such device
     */
    void remove(UserId user, DeviceId device);
}
