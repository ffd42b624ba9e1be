package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.Devices.DEVICES;

import dev.aiusage.application.usage.Delivery;
import dev.aiusage.db.jooq.tables.records.DevicesRecord;
import dev.aiusage.domain.device.Device;
import dev.aiusage.domain.device.DeviceId;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** One user's devices within one transaction. */
final class DeviceRows {

    private final DSLContext sql;
    private final UserId user;

    DeviceRows(DSLContext sql, UserId user) {
        this.sql = sql;
        this.user = user;
    }

    /**
     * Has the device there until the transaction ends. Others may bring events of it meanwhile; who removes it waits, or is
     * waited for, and then it is made anew.
     */
    UUID hold(Delivery delivery) {
        var id = delivery.device().idOf(user).value();
        while (!isHeld(id)) {
            insertUnlessThere(id, delivery.device(), delivery.at());
        }
        return id;
    }

    private boolean isHeld(UUID id) {
        return sql.selectOne()
                .from(DEVICES)
                .where(is(id))
                .forKeyShare()
                .fetchOptional()
                .isPresent();
    }

    private void insertUnlessThere(UUID id, DeviceName name, Instant at) {
        var instant = at.truncatedTo(ChronoUnit.MICROS);
        sql.insertInto(DEVICES)
                .set(DEVICES.USER_ID, user.value())
                .set(DEVICES.DEVICE_ID, id)
                .set(DEVICES.NAME, name.text())
                .set(DEVICES.FIRST_SEEN_AT, instant)
                .set(DEVICES.LAST_IMPORT_AT, instant)
                .onConflict(DEVICES.USER_ID, DEVICES.DEVICE_ID)
                .doNothing()
                .execute();
    }

    void noteSeen(UUID id, Instant at) {
        var instant = at.truncatedTo(ChronoUnit.MICROS);
        sql.update(DEVICES)
                .set(DEVICES.LAST_IMPORT_AT, instant)
                .where(is(id))
                .and(DEVICES.LAST_IMPORT_AT.isNull().or(DEVICES.LAST_IMPORT_AT.lt(instant)))
                .execute();
    }

    Optional<Device> find(UUID id) {
        return sql.selectFrom(DEVICES).where(is(id)).fetchOptional(DeviceRows::read);
    }

    int rename(DeviceId device, @Nullable String alias) {
        return sql.update(DEVICES)
                .set(DEVICES.ALIAS, alias)
                .where(is(device.value()))
                .execute();
    }

    int remove(DeviceId device) {
        return sql.deleteFrom(DEVICES).where(is(device.value())).execute();
    }

    private Condition is(UUID id) {
        return DEVICES.USER_ID.eq(user.value()).and(DEVICES.DEVICE_ID.eq(id));
    }

    static Device read(DevicesRecord row) {
        var firstSeenAt = row.getFirstSeenAt();
        return new Device(
                new DeviceId(row.getDeviceId()),
                new DeviceName(row.getName()),
                Optional.ofNullable(row.getAlias()).orElse(""),
                firstSeenAt,
                Optional.ofNullable(row.getLastImportAt()).orElse(firstSeenAt));
    }
}
