package dev.aiusage.server.embedded;

import dev.aiusage.testing.SettledHome;
import java.nio.file.Path;

/** Homes for tests, with a table of which one can see that it is still there. */
final class TestHomes {

    private static final Path SEED = makeSeed();

    private TestHomes() {}

    /** As a service left it that was stopped. */
    static Path used(Path directory) {
        return SettledHome.copy(SEED, directory.resolve("home"), path -> true);
    }

    /** Programs are unpacked, but no database was made. */
    static Path withoutData(Path directory) {
        return SettledHome.copy(
                SEED,
                directory.resolve("home"),
                path -> !path.startsWith("postgres/data") && !path.toString().endsWith(".password"));
    }

    static Path data(Path home) {
        return Cluster.dataIn(home.resolve("postgres"));
    }

    private static Path makeSeed() {
        Path home = SettledHome.in(SettledHome.temporary("ai-usage-home").resolve("home"));
        try (HomeLock lock = Home.at(home).lock();
                EmbeddedPostgres postgres = EmbeddedPostgres.open(lock)) {
            Sql.as(postgres.superuser(), postgres.jdbcUrl())
                    .execute("create table kept (word text); insert into kept values ('kept')");
        }
        return home;
    }
}
