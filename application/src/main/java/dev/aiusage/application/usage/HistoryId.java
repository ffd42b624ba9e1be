package dev.aiusage.application.usage;

import java.util.UUID;

/**
 * Names one unbroken history of a user's events. Removing a device begins another, and so does a storage that lost what it had:
 * whoever remembers what was brought to an earlier history must bring it all again.
 */
public record HistoryId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
