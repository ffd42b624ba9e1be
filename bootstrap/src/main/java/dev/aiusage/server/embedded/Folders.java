package dev.aiusage.server.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** What is done to a folder and all that it holds. */
final class Folders {

    private Folders() {}

    static void delete(Path folder) throws IOException {
        visit(folder, Files::deleteIfExists);
    }

    /** Waits until everything is on the disk, so that a rename which declares it whole cannot overtake it. */
    static void force(Path folder) throws IOException {
        visit(folder, path -> {
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                force(path, StandardOpenOption.WRITE);
            } else if (OwnerOnly.POSIX && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                force(path, StandardOpenOption.READ);
            }
        });
    }

    /** The folder itself goes last, so that one which changed hands half-way still shows its former owner. */
    static void changeOwner(Path folder, int user, int group) throws IOException {
        visit(folder, path -> {
            Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
        });
    }

    private static void force(Path path, StandardOpenOption access) throws IOException {
        try (var channel = FileChannel.open(path, access)) {
            channel.force(true);
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
