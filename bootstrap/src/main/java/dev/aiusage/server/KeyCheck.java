package dev.aiusage.server;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.rotation.KeysInUse.State;
import dev.aiusage.application.rotation.RotateKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells at the start of an encryption key that was dropped while stored keys still need it. */
final class KeyCheck {

    private static final Logger LOG = LoggerFactory.getLogger(KeyCheck.class);

    private KeyCheck() {}

    static void warnOfMissing(RotateKeys keys) {
        try {
            keys.check().uses().stream()
                    .filter(use -> use.state() == State.MISSING)
                    .forEach(use -> LOG.warn(
                            "the encryption key \"{}\" is not set, but {} stored keys need it: bring it back and run rotate-keys"
                                    + " before it goes",
                            use.name(),
                            use.integrations()));
        } catch (StorageUnavailable unavailable) {
            LOG.warn("stored keys could not be checked: {}", unavailable.getMessage());
        }
    }
}
