package dev.aiusage.application.devices;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.device.Device;
import dev.aiusage.domain.device.DeviceId;
import dev.aiusage.domain.user.UserId;

/** Gives a machine the name that its user knows it by. What the machine calls itself stays: by that it is found. */
public interface RenameDevice {

    /**
     * An empty alias takes the former one away.
     *
     * @throws RequestRejected.NotFound if the user has no such device
     * @throws RequestRejected.InvalidField for an alias that can't be shown
     */
    Device rename(UserId user, DeviceId device, String alias);
}
