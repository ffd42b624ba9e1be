package dev.aiusage.http;

import dev.aiusage.domain.device.Device;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record DeviceView(String deviceId, String name, @Nullable String alias, Instant firstSeenAt, Instant lastImportAt) {

    static DeviceView of(Device device) {
        return new DeviceView(
                device.id().toString(),
                device.name().text(),
                device.alias().isEmpty() ? null : device.alias(),
                device.firstSeenAt(),
                device.lastImportAt());
    }
}
