package dev.aiusage.server;

import com.zaxxer.hikari.HikariDataSource;
import dev.aiusage.AiUsage;
import dev.aiusage.db.PolicyBypass;
import dev.aiusage.providers.files.BrokenDemoData;
import dev.aiusage.providers.files.DemoData;
import dev.aiusage.server.embedded.EmbeddedFailure;
import dev.aiusage.server.embedded.EmbeddedPostgres;
import dev.aiusage.server.embedded.Home;
import dev.aiusage.server.embedded.HomeLock;
import dev.aiusage.server.settings.Settings;
import dev.aiusage.server.settings.StorageChoice;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a command works with: the use cases on the storage that the settings chose. Closing it closes what was opened, the last
 * first.
 */
public final class Assembly implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final AiUsage.Builder builder = AiUsage.builder();
    private Optional<HomeLock> lock = Optional.empty();
    private Optional<HikariDataSource> owner = Optional.empty();
    private Optional<HikariDataSource> foreign = Optional.empty();

    private Assembly() {}

    /**
     * Opens the storage. {@code more} adds to the builder what a command needs beyond it.
     *
     * @throws EmbeddedFailure.HomeInUse if another process works on the same home
     */
    public static Assembly open(Settings settings) {
        var assembly = new Assembly();
        try {
            Vaults.of(settings).ifPresent(assembly.builder::keyVault);
            assembly.openStorage(settings);
            return assembly;
        } catch (RuntimeException failed) {
            assembly.close();
            throw failed;
        }
    }

    /** Migrates the database where there is one; the owner's login is given up after that. */
    public AiUsage build(Consumer<AiUsage.Builder> more) {
        more.accept(builder);
        try {
            var usage = keep(builder.build());
            foreign.flatMap(PolicyBypass::of).ifPresent(Assembly::warn);
            return usage;
        } finally {
            owner.ifPresent(HikariDataSource::close);
        }
    }

    private static void warn(PolicyBypass bypass) {
        LOG.warn(
                "the login \"{}\" of DATABASE_URL {}, so row-level security does not hold it: run \"{}\", give that login to"
                        + " DATABASE_URL, and this one to DATABASE_MIGRATION_URL",
                bypass.login(),
                bypass.reason(),
                bypass.separatingSql());
    }

    private void openStorage(Settings settings) {
        builder.schema(settings.schema());
        var storage = settings.storage();
        if (storage instanceof StorageChoice.Demo demo) {
            builder.demo(demo.file().map(Assembly::demoData).orElseGet(DemoData::builtIn));
        } else if (storage instanceof StorageChoice.Memory) {
            builder.inMemory();
        } else if (storage instanceof StorageChoice.Postgres postgres) {
            openPostgres(postgres);
        } else {
            openEmbedded(settings);
        }
    }

    private static DemoData demoData(Path file) {
        try {
            return DemoData.of(file);
        } catch (BrokenDemoData broken) {
            var place = broken.place().equals(file.toString()) ? "" : broken.place() + ": ";
            throw StartRefused.wrongUse("MOCK_DATA_FILE " + file + " can't be shown: " + place + broken.problem());
        }
    }

    private void openPostgres(StorageChoice.Postgres postgres) {
        var service = keep(Pools.service(postgres.service()));
        foreign = Optional.of(service);
        builder.dataSource(service);
        if (!postgres.migrations().equals(postgres.service())) {
            migrateAs(Pools.owner(postgres.migrations()), postgres.service().user());
        }
    }

    private void openEmbedded(Settings settings) {
        var homeLock = keep(Home.at(settings.home().path()).lock());
        lock = Optional.of(homeLock);
        var embedded = keep(EmbeddedPostgres.open(homeLock));
        embedded.whenLost(() -> endWithoutDatabase(settings));
        builder.dataSource(keep(Pools.service(embedded.jdbcUrl(), embedded.service())));
        migrateAs(
                Pools.owner(embedded.jdbcUrl(), embedded.superuser()),
                embedded.service().user());
    }

    /** A supervisor, or the person at the terminal, starts anew better than we could from within. */
    private static void endWithoutDatabase(Settings settings) {
        LOG.error(
                "the embedded database has ended; its log lies in {}",
                settings.home().path().resolve("postgres"));
        System.exit(1);
    }

    private void migrateAs(HikariDataSource login, String serviceLogin) {
        owner = Optional.of(keep(login));
        builder.migrations(login, serviceLogin);
    }

    /** Tells other processes on the same home where the service answers. */
    void publish(URI address) {
        lock.ifPresent(held -> held.publish(address));
    }

    private <C extends AutoCloseable> C keep(C closeable) {
        opened.push(closeable);
        return closeable;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failed) {
                LOG.error("something did not close", failed);
            }
        }
    }
}
