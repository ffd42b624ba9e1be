package dev.aiusage.server.settings;

import dev.aiusage.persistence.encryption.EncryptionKeys;
import dev.aiusage.persistence.encryption.UnusableEncryptionKeys;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Where the keys come from that encrypt vendors' keys. */
public sealed interface EncryptionChoice {

    /** As they were given, until the process ends. */
    record Given(EncryptionKeys keys) implements EncryptionChoice {}

    /** In a file that may change meanwhile. */
    record InFile(Path file) implements EncryptionChoice {}

    /** In the home of somebody who runs the service alone; made there when first needed. */
    record InHome() implements EncryptionChoice {}

    /** None that is kept, as what they encrypt is not. */
    record Passing() implements EncryptionChoice {}

    /** Nowhere. */
    record Missing() implements EncryptionChoice {}

    /** Exactly one of the three settings, or none where that will do. */
    static EncryptionChoice read(SettingTexts texts, Access access, StorageChoice storage) {
        refuseSeveral(texts);
        var keys = texts.text(Setting.ENCRYPTION_KEYS);
        if (keys.isPresent()) {
            return given(Setting.ENCRYPTION_KEYS, () -> EncryptionKeys.parse(keys.get()));
        }
        var key = texts.text(Setting.ENCRYPTION_KEY);
        if (key.isPresent()) {
            return given(Setting.ENCRYPTION_KEY, () -> EncryptionKeys.single(key.get()));
        }
        var file = texts.text(Setting.ENCRYPTION_KEYS_FILE);
        if (file.isPresent()) {
            return new InFile(path(file.get()));
        }
        if (access instanceof TokenAccess) {
            return new Missing();
        }
        var isKept = storage instanceof StorageChoice.EmbeddedPostgres || storage instanceof StorageChoice.Postgres;
        return isKept ? new InHome() : new Passing();
    }

    /** What to say to somebody who serves others and has set no key. */
    static SettingRefused missing() {
        return new SettingRefused(
                Setting.ENCRYPTION_KEYS,
                "is missing: with a login, vendors' keys are encrypted under a key of yours; set it to"
                        + " \"first:\" and what this prints: openssl rand -base64 32");
    }

    private static void refuseSeveral(SettingTexts texts) {
        var set = Stream.of(Setting.ENCRYPTION_KEYS, Setting.ENCRYPTION_KEY, Setting.ENCRYPTION_KEYS_FILE)
                .filter(texts::isGiven)
                .toList();
        if (set.size() > 1) {
            throw new SettingRefused(set.get(1), "can't be set beside " + set.get(0) + ": one of them holds all keys");
        }
    }

    private static EncryptionChoice given(Setting setting, Supplier<EncryptionKeys> keys) {
        try {
            return new Given(keys.get());
        } catch (UnusableEncryptionKeys unusable) {
            throw new SettingRefused(setting.name() + ": " + unusable.getMessage());
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException noPath) {
            throw new SettingRefused(Setting.ENCRYPTION_KEYS_FILE, "is no path: \"" + text + "\"");
        }
    }
}
