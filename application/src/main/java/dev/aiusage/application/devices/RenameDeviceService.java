package dev.aiusage.application.devices;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.device.Device;
import dev.aiusage.domain.device.DeviceId;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.user.UserId;

/** An alias follows the rules of names. */
public final class RenameDeviceService implements RenameDevice {

    private final Devices devices;

    public RenameDeviceService(Devices devices) {
        this.devices = devices;
    }

    @Override
    public Device rename(UserId user, DeviceId device, String alias) {
        return devices.rename(user, device, checked(alias)).orElseThrow(() -> new RequestRejected.NotFound("device"));
    }

    private static String checked(String typed) {
        try {
            return new DeviceName(typed.strip()).text();
        } catch (IllegalArgumentException unshown) {
            throw new RequestRejected.InvalidField("alias", DeviceName.RULE);
        }
    }
}
