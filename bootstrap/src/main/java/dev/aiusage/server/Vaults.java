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

    /** Empty where no key is set: commands that need none work without. */
    static Optional<KeyVault> of(Settings settings) {
        var choice = settings.encryption();
        if (choice instanceof EncryptionChoice.Given given) {
            return Optional.of(TinkKeyVault.with(given.keys()));
        }
        if (choice instanceof EncryptionChoice.InFile inFile) {
            return Optional.of(usable(Setting.ENCRYPTION_KEYS_FILE, () -> following(inFile.file())));
        }
        if (choice instanceof EncryptionChoice.InHome) {
            var home = settings.home().path();
            return Optional.of(usable(Setting.AI_USAGE_HOME, () -> following(LocalKeyFile.in(home))));
        }
        if (choice instanceof EncryptionChoice.Passing) {
            return Optional.of(TinkKeyVault.with(EncryptionKeys.random(new KeyName("memory"))));
        }
        return Optional.empty();
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
