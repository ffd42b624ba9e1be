package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.Devices.DEVICES;

import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.application.devices.Devices;
import dev.aiusage.application.devices.SeenDevice;
import dev.aiusage.application.usage.Delivery;
import dev.aiusage.domain.device.Device;
import dev.aiusage.domain.device.DeviceId;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public final class PostgresDevices implements Devices {

    private final UserTransactions transactions;

    public PostgresDevices(UserTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Device> of(UserId user) {
        return transactions.read(
                user,
                sql -> sql.selectFrom(DEVICES)
                        .where(DEVICES.USER_ID.eq(user.value()))
                        .orderBy(DEVICES.FIRST_SEEN_AT, DEVICES.NAME)
                        .fetch(DeviceRows::read));
    }

    @Override
    public SeenDevice note(UserId user, DeviceName name, Instant at) {
        return transactions.write(user, sql -> {
            var rows = new DeviceRows(sql, user);
            var id = rows.hold(new Delivery(name, at));
            rows.noteSeen(id, at);
            return new SeenDevice(rows.find(id).orElseThrow(), new HistoryRows(sql, user).current());
        });
    }

    @Override
    public Optional<Device> rename(UserId user, DeviceId device, String alias) {
        return transactions.write(user, sql -> {
            var rows = new DeviceRows(sql, user);
            rows.rename(device, IntegrationRows.orNull(alias));
            return rows.find(device.value());
        });
    }

    @Override
    public boolean remove(UserId user, DeviceId device, AuditEntry entry) {
        return transactions.write(user, sql -> {
            if (!new DeviceRemoval(sql, user).remove(device)) {
                return false;
            }
            AuditRows.add(List.of(entry), sql);
            return true;
        });
    }
}
