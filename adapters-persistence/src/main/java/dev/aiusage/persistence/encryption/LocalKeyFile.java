package dev.aiusage.persistence.encryption;

import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.persistence.encryption.UnusableEncryptionKeys.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** The key of someone who runs the service for themselves and has set none: made once, kept in their home. */
public final class LocalKeyFile {

    private static final String NAME = "encryption-keys";

    private LocalKeyFile() {}

    /**
     * The file of keys in this home, for {@link TinkKeyVault#following}. It is made with a new key where there is none, and is on
     * the disk when this returns; of several processes at once one makes it, and all get the same.
     *
     * @throws UnusableEncryptionKeys if it can't be made, or if others may read or write it
     */
    public static Path in(Path home) {
        var file = home.resolve(NAME);
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(home, OwnerOnly.directory());
                make(file, home);
            }
            return keptPrivate(file);
        } catch (IOException failed) {
            throw new UnusableEncryptionKeys(
                    Fault.UNREADABLE_FILE,
                    file + ": can't be made or read: " + failed.getClass().getSimpleName());
        }
    }

    // Written whole under another name and then linked: a link fails where the name is taken, so nobody ever reads half
    // a
    // key or replaces one that is in use.
    private static void make(Path file, Path home) throws IOException {
        var draft = home.resolve(NAME + "." + UUID.randomUUID());
        try {
            Files.createFile(draft, OwnerOnly.file());
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(newKey().inTheClear().getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
        OwnerOnly.forceDirectory(home);
    }

    // A name of its own for each, so that rows of a lost key say that it is missing and not that they are damaged.
    private static EncryptionKeys newKey() {
        return EncryptionKeys.random(
                new KeyName("local-" + UUID.randomUUID().toString().substring(0, 8)));
    }

    private static Path keptPrivate(Path file) throws IOException {
        if (!OwnerOnly.isPrivate(file)) {
            throw new UnusableEncryptionKeys(
                    Fault.OPEN_TO_OTHERS,
                    file + ": other users may read or change it; close it with: chmod 600 " + file);
        }
        return file;
    }
}
