package dev.aiusage.persistence.memory;

import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.application.devices.Devices;
import dev.aiusage.application.devices.SeenDevice;
import dev.aiusage.domain.device.Device;
import dev.aiusage.domain.device.DeviceId;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

public final class InMemoryDevices implements Devices {

    private static final Comparator<Device> FIRST_SEEN_FIRST =
            Comparator.comparing(Device::firstSeenAt).thenComparing(Device::name);

    private final InMemoryStore store;

    public InMemoryDevices(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<Device> of(UserId user) {
        return store.with(
                user,
                holdings -> holdings.devices.values().stream()
                        .sorted(FIRST_SEEN_FIRST)
                        .toList());
    }

    @Override
    public SeenDevice note(UserId user, DeviceName name, Instant at) {
        return store.with(user, holdings -> new SeenDevice(holdings.note(user, name, at), holdings.history));
    }

    @Override
    public Optional<Device> rename(UserId user, DeviceId device, String alias) {
        return store.with(
                user,
                holdings -> Optional.ofNullable(
                        holdings.devices.computeIfPresent(device, (id, known) -> known.withAlias(alias))));
    }

    @Override
    public boolean remove(UserId user, DeviceId device, AuditEntry entry) {
        return store.with(user, holdings -> {
            var known = holdings.devices.get(device);
            if (known == null) {
                return false;
            }
            holdings.remove(known);
            store.note(entry);
            return true;
        });
    }
}
