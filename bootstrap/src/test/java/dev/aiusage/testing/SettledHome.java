package dev.aiusage.testing;

import dev.aiusage.AiUsage;
import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.persistence.encryption.EncryptionKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.function.Predicate;

/** A home as a service leaves it, for tests that are about something else: a first start unpacks and makes for seconds. */
public final class SettledHome {

    private static final Path SEED = makeSeed();

    private SettledHome() {}

    public static Path in(Path home) {
        return copy(SEED, home, path -> true);
    }

    /** Of another home that is not in use, what is wanted of it. Its programs are linked: 50 MB that nobody changes. */
    public static Path copy(Path from, Path to, Predicate<Path> wanted) {
        try (var paths = Files.walk(from)) {
            Files.createDirectories(to.getParent());
            for (var path : (Iterable<Path>) paths::iterator) {
                var relative = from.relativize(path);
                if (!wanted.test(relative)) {
                    continue;
                }
                var copied = to.resolve(relative);
                if (relative.toString().contains("binaries-") && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createLink(copied, path);
                } else {
                    Files.copy(path, copied, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
            }
            return to;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A directory that goes when this JVM ends. */
    public static Path temporary(String name) {
        try {
            var directory = Files.createTempDirectory(name);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
            return directory.toRealPath();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path makeSeed() {
        var home = temporary("ai-usage-settled").resolve("home");
        try (var database = SharedDatabase.firstIn(home);
                var service = database.pool(database.serviceUrl());
                var owner = database.pool(database.ownerUrl())) {
            AiUsage.builder()
                    .dataSource(service)
                    .migrations(owner, database.serviceLogin())
                    .encryptionKeys(EncryptionKeys.random(new KeyName("of-nobody")))
                    .build()
                    .close();
        }
        return home;
    }

    private static void delete(Path directory) {
        try (var paths = Files.walk(directory)) {
            for (var path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
