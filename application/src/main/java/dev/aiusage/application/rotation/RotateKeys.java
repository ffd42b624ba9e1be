package dev.aiusage.application.rotation;

import java.util.function.Consumer;

/**
 * Moves every stored key under the newest key-encryption key. Several may rotate at once, and one that was cut off is completed
 * by the next; keys are readable at every moment.
 */
public interface RotateKeys {

    /** Moves all that can be moved; {@code progress} hears the numbers so far, batch by batch. */
    RotationReport rotate(Consumer<RotationReport> progress);

    /** Which key-encryption keys the stored keys still need. Changes nothing. */
    KeysInUse check();
}
