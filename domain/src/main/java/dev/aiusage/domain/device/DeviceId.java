package dev.aiusage.domain.device;

import java.util.UUID;

/** The identity of a user's {@link Device}: it follows from the user and the name, so the same name is the same machine. */
public record DeviceId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
