package dev.aiusage.application.devices;

import dev.aiusage.domain.device.Device;
import dev.aiusage.domain.user.UserId;
import java.util.List;

/** Shows the machines that a user's logs came from, the first seen first. */
public interface ListDevices {

    List<Device> of(UserId user);
}
