package dev.aiusage.server.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to use a home, held by one process at a time and gone with it however it ends. Beside the lock lies
 * {@code service.json}, which tells others who holds it; it means nothing while the lock is free.
 */
public final class HomeLock implements AutoCloseable {

    static final String FILE = "lock";

    // The operating system drops a process's lock as soon as that process closes any channel on the file, so a second
    // attempt in this JVM must be refused before it opens one.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Home home;
    private final FileChannel channel;

    private HomeLock(Home home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    static HomeLock take(Home home) {
        if (!HELD_HERE.add(home.path())) {
            throw inUse(home);
        }
        try {
            return new HomeLock(home, lockedChannel(home));
        } catch (RuntimeException refused) {
            HELD_HERE.remove(home.path());
            throw refused;
        }
    }

    public Home home() {
        return home;
    }

    /** Tells other processes on this home where the service answers. */
    public void publish(URI address) {
        RunningService.thisProcess().at(address).writeTo(home);
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        RunningService.eraseFrom(home);
        try {
            channel.close();
        } catch (IOException unusable) {
            throw new EmbeddedFailure.HomeUnusable(home.path().resolve(FILE), unusable);
        } finally {
            HELD_HERE.remove(home.path());
        }
    }

    private static FileChannel lockedChannel(Home home) {
        Path file = home.path().resolve(FILE);
        try {
            FileChannel channel = FileChannel.open(file, Set.of(CREATE, WRITE), OwnerOnly.file());
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw inUse(home);
            }
            RunningService.thisProcess().writeTo(home);
            return channel;
        } catch (IOException unusable) {
            throw new EmbeddedFailure.HomeUnusable(file, unusable);
        }
    }

    private static EmbeddedFailure inUse(Home home) {
        return new EmbeddedFailure.HomeInUse(
                home.path(), RunningService.on(home).orElse(RunningService.UNKNOWN));
    }
}
