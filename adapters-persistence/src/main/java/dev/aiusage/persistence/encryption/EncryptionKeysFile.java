package dev.aiusage.persistence.encryption;

import dev.aiusage.application.integrations.KeyName;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Keys in a file that an operator may change while the service runs. It is read again when a row names a key that is not
 * known, so that an instance follows another one that already writes with a newer key. Safe for use by many threads.
 */
final class EncryptionKeysFile implements KeyRings {

    // Rows under a key that is lost would otherwise read the file at every request.
    private static final Duration BETWEEN_READS = Duration.ofSeconds(5);

    private final Path file;
    private final Clock clock;
    private final Consumer<String> warnings;
    private volatile KeyRing ring;
    private Instant lastRead;
    private String lastWarning = "";

    EncryptionKeysFile(Path file, Clock clock, Consumer<String> warnings) {
        this.file = file;
        this.clock = clock;
        this.warnings = warnings;
        this.lastRead = clock.instant();
        this.ring = new KeyRing(KeyFileText.read(file));
    }

    @Override
    public KeyRing ring() {
        return ring;
    }

    @Override
    public KeyRing ringFor(KeyName name) {
        if (ring.find(name).isEmpty()) {
            readAgainIfDue(name);
        }
        return ring;
    }

    @Override
    public synchronized void refresh() {
        lastRead = clock.instant();
        try {
            ring = new KeyRing(KeyFileText.read(file));
            lastWarning = "";
        } catch (UnusableEncryptionKeys unusable) {
            warnOnce(unusable.getMessage() + "; the keys from before stay in use");
        }
    }

    private synchronized void readAgainIfDue(KeyName name) {
        var sinceLastRead = Duration.between(lastRead, clock.instant()).abs();
        if (ring.find(name).isEmpty() && sinceLastRead.compareTo(BETWEEN_READS) >= 0) {
            refresh();
        }
    }

    private void warnOnce(String warning) {
        if (!warning.equals(lastWarning)) {
            lastWarning = warning;
            warnings.accept(warning);
        }
    }
}
