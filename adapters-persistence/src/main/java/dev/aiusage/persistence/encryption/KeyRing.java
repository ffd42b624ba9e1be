package dev.aiusage.persistence.encryption;

import dev.aiusage.application.integrations.KeyName;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The operator's keys at one moment: the first encrypts, all decrypt. */
final class KeyRing {

    private final KeyEncryptionKey first;
    private final Map<KeyName, KeyEncryptionKey> byName;

    KeyRing(EncryptionKeys keys) {
        var all = keys.keys().stream()
                .map(key -> new KeyEncryptionKey(key.name(), key.bytes()))
                .toList();
        this.first = all.get(0);
        this.byName = all.stream().collect(Collectors.toUnmodifiableMap(KeyEncryptionKey::name, Function.identity()));
    }

    KeyEncryptionKey first() {
        return first;
    }

    Optional<KeyEncryptionKey> find(KeyName name) {
        return Optional.ofNullable(byName.get(name));
    }
}
