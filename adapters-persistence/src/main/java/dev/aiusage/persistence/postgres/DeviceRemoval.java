package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageLogFiles.AI_USAGE_LOG_FILES;

import dev.aiusage.domain.device.DeviceId;
import dev.aiusage.domain.user.UserId;
import java.util.UUID;
import org.jooq.DSLContext;

/** Takes a device and what it brought out of one user's tables, and lets what follows from the rest be right. */
final class DeviceRemoval {

    /** So many events at once keep the statements that derive from them quick. */
    private static final int AT_ONCE = 5_000;

    private final DSLContext sql;
    private final UserId user;

    DeviceRemoval(DSLContext sql, UserId user) {
        this.sql = sql;
        this.user = user;
    }

    /** The row of the device goes first: who is bringing something of it holds that row. */
    boolean remove(DeviceId device) {
        var tools = new IntegrationLocks(sql, user).lockAll();
        if (new DeviceRows(sql, user).remove(device) == 0) {
            return false;
        }
        tools.forEach(tool -> forget(device, tool));
        new HistoryRows(sql, user).begin();
        sql.deleteFrom(AI_USAGE_LOG_FILES)
                .where(AI_USAGE_LOG_FILES.USER_ID.eq(user.value()))
                .execute();
        return true;
    }

    private void forget(DeviceId device, LockedTool tool) {
        var events = new EventTable(sql, user);
        var recording = new EventRecording(sql, user, tool);
        var integrations = tool.integrations().keySet().toArray(UUID[]::new);
        for (var some = events.someOf(device, integrations, AT_ONCE);
                !some.isEmpty();
                some = events.someOf(device, integrations, AT_ONCE)) {
            recording.forget(some);
        }
    }
}
