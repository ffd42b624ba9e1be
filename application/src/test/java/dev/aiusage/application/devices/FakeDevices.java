package dev.aiusage.application.devices;

import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.application.usage.HistoryId;
import dev.aiusage.domain.device.Device;
import dev.aiusage.domain.device.DeviceId;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One user's devices, whoever asks. */
final class FakeDevices implements Devices {

    final Map<DeviceId, Device> kept = new LinkedHashMap<>();
    final List<AuditEntry> trail = new ArrayList<>();
    private final HistoryId history = new HistoryId(UUID.randomUUID());

    @Override
    public List<Device> of(UserId user) {
        return List.copyOf(kept.values());
    }

    @Override
    public SeenDevice note(UserId user, DeviceName name, Instant at) {
        var fresh = new Device(name.idOf(user), name, "", at, at);
        return new SeenDevice(kept.merge(fresh.id(), fresh, (known, same) -> known.seenAt(at)), history);
    }

    @Override
    public Optional<Device> rename(UserId user, DeviceId device, String alias) {
        return Optional.ofNullable(kept.computeIfPresent(device, (id, known) -> known.withAlias(alias)));
    }

    @Override
    public boolean remove(UserId user, DeviceId device, AuditEntry entry) {
        trail.add(entry);
        return kept.remove(device) != null;
    }
}
