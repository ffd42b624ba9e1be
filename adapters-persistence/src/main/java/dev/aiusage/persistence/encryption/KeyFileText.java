package dev.aiusage.persistence.encryption;

import dev.aiusage.persistence.encryption.UnusableEncryptionKeys.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the keys of a file, and names the file in whatever is wrong with it. */
final class KeyFileText {

    // Far more keys than anyone has; a path that names something else by mistake must not fill the memory.
    private static final int MAX_BYTES = 1 << 16;

    private KeyFileText() {}

    static EncryptionKeys read(Path file) {
        var text = text(file);
        try {
            return EncryptionKeys.parse(text);
        } catch (UnusableEncryptionKeys unusable) {
            throw new UnusableEncryptionKeys(unusable.fault(), file + ": " + unusable.getMessage());
        }
    }

    private static String text(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            var read = bytes.readNBytes(MAX_BYTES + 1);
            if (read.length > MAX_BYTES) {
                throw unreadable(file, "it is too large to be a list of keys");
            }
            return new String(read, StandardCharsets.UTF_8);
        } catch (NoSuchFileException absent) {
            throw unreadable(file, "there is no such file");
        } catch (IOException failed) {
            throw unreadable(file, failed.getClass().getSimpleName());
        }
    }

    private static UnusableEncryptionKeys unreadable(Path file, String why) {
        return new UnusableEncryptionKeys(Fault.UNREADABLE_FILE, file + ": can't be read: " + why);
    }
}
