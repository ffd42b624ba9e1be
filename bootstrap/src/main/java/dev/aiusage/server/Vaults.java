package dev.aiusage.server;

import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.application.integrations.KeyVault;
import dev.aiusage.persistence.encryption.EncryptionKeys;
import dev.aiusage.persistence.encryption.LocalKeyFile;
import dev.aiusage.persistence.encryption.TinkKeyVault;
import dev.aiusage.persistence.encryption.UnusableEncryptionKeys;
import dev.aiusage.server.settings.EncryptionChoice;
import dev.aiusage.server.settings.Setting;
import dev.aiusage.server.settings.SettingRefused;
import dev.aiusage.server.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vault that the settings chose. */
final class Vaults {

    private static final Logger LOG = LoggerFactory.getLogger(Vaults.class);

    private Vaults() {}

    /**
     * Empty where no key is set: commands that need none work without. Keys that were set are read at once; a home is only given
     * one when there is something to keep beside it.
     */
    static Optional<Supplier<KeyVault>> of(Settings settings) {
        var choice = settings.encryption();
        if (choice instanceof EncryptionChoice.Given given) {
            return there(TinkKeyVault.with(given.keys()));
        }
        if (choice instanceof EncryptionChoice.InFile inFile) {
            return there(usable(Setting.ENCRYPTION_KEYS_FILE, () -> following(inFile.file())));
        }
        if (choice instanceof EncryptionChoice.InHome) {
            var home = settings.home().path();
            return Optional.of(() -> usable(Setting.AI_USAGE_HOME, () -> following(LocalKeyFile.in(home))));
        }
        if (choice instanceof EncryptionChoice.Passing) {
            return there(TinkKeyVault.with(EncryptionKeys.random(new KeyName("memory"))));
        }
        return Optional.empty();
    }

    private static Optional<Supplier<KeyVault>> there(KeyVault vault) {
        return Optional.of(() -> vault);
    }

    private static TinkKeyVault following(Path file) {
        return TinkKeyVault.following(file, Clock.systemUTC(), LOG::warn);
    }

    private static KeyVault usable(Setting setting, Supplier<TinkKeyVault> vault) {
        try {
            return vault.get();
        } catch (UnusableEncryptionKeys unusable) {
            throw new SettingRefused(setting.name() + ": " + unusable.getMessage());
        }
    }
}
