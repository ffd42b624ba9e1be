package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.devices.ListDevices;
import dev.aiusage.application.devices.NoteDevice;
import dev.aiusage.application.devices.RenameDevice;
import dev.aiusage.application.devices.SeenDevice;
import dev.aiusage.application.usage.HistoryId;
import dev.aiusage.domain.device.Device;
import dev.aiusage.domain.device.DeviceId;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.user.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One user's devices; the alias "refused" is one that can't be. */
final class FakeDevices implements ListDevices, RenameDevice, NoteDevice {

    static final HistoryId HISTORY = new HistoryId(new UUID(7, 7));

    final Map<DeviceId, Device> held = new LinkedHashMap<>();
    Runnable meanwhile = () -> {};

    @Override
    public List<Device> of(UserId user) {
        meanwhile.run();
        return List.copyOf(held.values());
    }

    @Override
    public SeenDevice note(UserId user, DeviceName name) {
        meanwhile.run();
        var device = new Device(name.idOf(user), name, "", FakeIntegrations.NOON, FakeIntegrations.NOON);
        held.put(device.id(), device);
        return new SeenDevice(device, HISTORY);
    }

    @Override
    public Device rename(UserId user, DeviceId id, String alias) {
        meanwhile.run();
        if (alias.equals("refused")) {
            throw new RequestRejected.InvalidField("alias", "is refused");
        }
        var renamed = held.computeIfPresent(id, (same, device) -> device.withAlias(alias));
        if (renamed == null) {
            throw new RequestRejected.NotFound("device");
        }
        return renamed;
    }

    void remove(UserId user, DeviceId id) {
        meanwhile.run();
        if (held.remove(id) == null) {
            throw new RequestRejected.NotFound("device");
        }
    }

    void reset() {
        held.clear();
        meanwhile = () -> {};
    }
}
