package dev.aiusage.application.rotation;

import dev.aiusage.application.integrations.KeyName;

/**
 * What became of the stored keys.
 *
 * @param newest the key-encryption key that they were moved under
 * @param rewrapped how many were moved
 * @param alreadyCurrent how many stood there before
 * @param unreadable how many could not be moved: their key-encryption key is not set, or they are damaged
 */
public record RotationReport(KeyName newest, long rewrapped, long alreadyCurrent, long unreadable) {

    public long total() {
        return rewrapped + alreadyCurrent + unreadable;
    }
}
