package dev.aiusage.persistence.encryption;

import dev.aiusage.application.integrations.KeyName;

/** Where the vault's keys come from, and whether they can change while it runs. */
interface KeyRings {

    KeyRing ring();

    /** The ring to look this name up in, after a look for newer keys if the present ones don't have it. */
    KeyRing ringFor(KeyName name);

    void refresh();

    /** Keys that stay as they were given. */
    static KeyRings fixed(EncryptionKeys keys) {
        var ring = new KeyRing(keys);
        return new KeyRings() {
            @Override
            public KeyRing ring() {
                return ring;
            }

            @Override
            public KeyRing ringFor(KeyName name) {
                return ring;
            }

            @Override
            public void refresh() {}
        };
    }
}
