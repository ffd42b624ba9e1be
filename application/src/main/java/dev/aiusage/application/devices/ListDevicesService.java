package dev.aiusage.application.devices;

import dev.aiusage.domain.device.Device;
import dev.aiusage.domain.user.UserId;
import java.util.List;

/** Shows what is kept. */
public final class ListDevicesService implements ListDevices {

    private final Devices devices;

    public ListDevicesService(Devices devices) {
        this.devices = devices;
    }

    @Override
    public List<Device> of(UserId user) {
        return devices.of(user);
    }
}
