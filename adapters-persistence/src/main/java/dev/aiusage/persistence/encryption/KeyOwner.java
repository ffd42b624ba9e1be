package dev.aiusage.persistence.encryption;

import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The row that a sealed key belongs to, as the associated data of both layers. The parts have fixed lengths and only the last
 * one varies, so two rows never give the same bytes; the first byte tells the layers apart.
 */
record KeyOwner(UserId user, IntegrationId integration) {

    private static final byte SECRET = 1;
    private static final byte DATA_KEY = 2;
    private static final int UUID_BYTES = 16;

    byte[] ofSecret() {
        return joined(SECRET, "");
    }

    byte[] ofDataKey(KeyName wrappedBy) {
        return joined(DATA_KEY, wrappedBy.text());
    }

    private byte[] joined(byte layer, String name) {
        var last = name.getBytes(StandardCharsets.US_ASCII);
        var bytes = ByteBuffer.allocate(1 + 2 * UUID_BYTES + last.length).put(layer);
        put(bytes, user.value());
        put(bytes, integration.value());
        return bytes.put(last).array();
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
