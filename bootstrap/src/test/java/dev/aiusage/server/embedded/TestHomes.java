package dev.aiusage.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Predicate;

/** Homes for tests, copied from one that is made once per test run: unpacking and initdb take seconds. */
final class TestHomes {

    private static final Path SEED = makeSeed();

    private TestHomes() {}

    /** As a service left it that was stopped. */
    static Path used(Path directory) throws IOException {
        return copy(directory.resolve("home"), path -> true);
    }

    /** Programs are unpacked, but no database was made. */
    static Path withoutData(Path directory) throws IOException {
        return copy(
                directory.resolve("home"),
                path -> !path.startsWith("postgres/data") && !path.toString().endsWith(".password"));
    }

    static Path data(Path home) {
        return Cluster.dataIn(home.resolve("postgres"));
    }

    private static Path copy(Path target, Predicate<Path> wanted) throws IOException {
        try (var paths = Files.walk(SEED)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path relative = SEED.relativize(path);
                if (!wanted.test(relative)) {
                    continue;
                }
                if (relative.toString().contains("binaries-") && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createLink(target.resolve(relative), path);
                } else {
                    Files.copy(
                            path,
                            target.resolve(relative),
                            StandardCopyOption.COPY_ATTRIBUTES,
                            LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
        return target;
    }

    private static Path makeSeed() {
        try {
            Path directory = Files.createTempDirectory("ai-usage-home");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
            Path home = directory.resolve("home");
            try (HomeLock lock = Home.at(home).lock();
                    EmbeddedPostgres postgres = EmbeddedPostgres.open(lock)) {
                Sql.as(postgres.superuser(), postgres.jdbcUrl())
                        .execute("create table kept (word text); insert into kept values ('kept')");
            }
            return home.toRealPath();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path directory) {
        try {
            Folders.delete(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
