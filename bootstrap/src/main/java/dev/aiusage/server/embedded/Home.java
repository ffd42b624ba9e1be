package dev.aiusage.server.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The private directory (AI_USAGE_HOME) where a service keeps its database, its passwords and its local key. */
public final class Home {

    private final Path path;

    private Home(Path path) {
        this.path = path;
    }

    /** Makes the directory where it is missing, with mode 0700, and refuses one that others could look into. */
    public static Home at(Path path) {
        try {
            Files.createDirectories(path, OwnerOnly.directory());
            return new Home(keptPrivate(path.toRealPath()));
        } catch (IOException unusable) {
            throw new EmbeddedFailure.HomeUnusable(path, unusable);
        }
    }

    public Path path() {
        return path;
    }

    /** Takes the home for this process; fails with {@link EmbeddedFailure.HomeInUse} while another one has it. */
    public HomeLock lock() {
        return HomeLock.take(this);
    }

    /** A folder inside, made with mode 0700. */
    Path folder(String name) {
        Path folder = path.resolve(name);
        try {
            Files.createDirectories(folder, OwnerOnly.directory());
            if (!OwnerOnly.isPrivate(folder)) {
                OwnerOnly.close(folder);
            }
            return folder;
        } catch (IOException unusable) {
            throw new EmbeddedFailure.HomeUnusable(folder, unusable);
        }
    }

    public Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(path.resolve(name)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException unusable) {
            throw new EmbeddedFailure.HomeUnusable(path.resolve(name), unusable);
        }
    }

    /** Writes a file of mode 0600, whole or not at all, and on the disk when this returns. */
    public void write(String name, String content) {
        Path file = path.resolve(name);
        // Of this process alone: a push may run beside another one and beside the service.
        Path draft = path.resolve(name + "-" + ProcessHandle.current().pid() + ".new");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, OwnerOnly.file());
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException unusable) {
            throw new EmbeddedFailure.HomeUnusable(file, unusable);
        }
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(path.resolve(name));
        } catch (IOException unusable) {
            throw new EmbeddedFailure.HomeUnusable(path.resolve(name), unusable);
        }
    }

    // Only a directory that is ours, or still empty, is closed to others: AI_USAGE_HOME=/tmp must not take /tmp away
    // from everybody.
    private static Path keptPrivate(Path home) throws IOException {
        if (OwnerOnly.isPrivate(home)) {
            return home;
        }
        if (Files.notExists(home.resolve(HomeLock.FILE)) && !isEmpty(home)) {
            throw new EmbeddedFailure.HomeUnusable(
                    home, "it is open to other users and holds other things; name a directory of its own");
        }
        OwnerOnly.close(home);
        return home;
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var entries = Files.newDirectoryStream(directory)) {
            return !entries.iterator().hasNext();
        }
    }
}
