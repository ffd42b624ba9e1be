package dev.aiusage.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What is done to a folder and all that it holds. */
final class Folders {

    private static final int FORCED_AT_ONCE = 16;

    private Folders() {}

    static void delete(Path folder) throws IOException {
        visit(folder, Files::deleteIfExists);
    }

    /** Waits until everything is on the disk, so that a rename which declares it whole cannot overtake it. */
    static void force(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        visit(folder, paths::add);
        // The file system commits what waits at the same time in one go: much faster than one after the other.
        ExecutorService waiting = Executors.newFixedThreadPool(FORCED_AT_ONCE);
        try {
            CompletableFuture.allOf(paths.stream()
                            .map(path -> CompletableFuture.runAsync(() -> forceOne(path), waiting))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException failed) {
            throw new IOException("could not be brought to the disk", failed.getCause());
        } finally {
            waiting.shutdown();
        }
    }

    /** The folder itself goes last, so that one which changed hands half-way still shows its former owner. */
    static void changeOwner(Path folder, int user, int group) throws IOException {
        visit(folder, path -> {
            Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
        });
    }

    private static void forceOne(Path path) {
        boolean isFile = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
        boolean isFolder = OwnerOnly.POSIX && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        if (isFile || isFolder) {
            try (var channel = FileChannel.open(path, isFile ? StandardOpenOption.WRITE : StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static void visit(Path folder, Action action) throws IOException {
        if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                action.on(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                action.on(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private interface Action {
        void on(Path path) throws IOException;
    }
}
