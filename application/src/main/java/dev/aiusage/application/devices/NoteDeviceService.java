package dev.aiusage.application.devices;

import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;

/** Notes it with the time of the service: a machine's own clock may be wrong. */
public final class NoteDeviceService implements NoteDevice {

    private final Devices devices;
    private final Clock clock;

    public NoteDeviceService(Devices devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    @Override
    public SeenDevice note(UserId user, DeviceName name) {
        return devices.note(user, name, clock.instant());
    }
}
