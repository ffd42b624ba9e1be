package dev.aiusage.server;

import dev.aiusage.AiUsage;
import dev.aiusage.providers.files.DemoData;
import dev.aiusage.server.embedded.EmbeddedFailure;
import dev.aiusage.server.embedded.EmbeddedPostgres;
import dev.aiusage.server.embedded.Home;
import dev.aiusage.server.embedded.HomeLock;
import dev.aiusage.server.settings.Settings;
import dev.aiusage.server.settings.StorageChoice;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a command works with: the use cases on the storage that the settings chose. Closing it closes what was opened, the last
 * first.
 */
public final class Assembly implements AutoCloseable {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final AiUsage.Builder builder = AiUsage.builder();
    private Optional<HomeLock> lock = Optional.empty();

    private Assembly() {}

    /**
     * Opens the storage. {@code more} adds to the builder what a command needs beyond it.
     *
     * @throws EmbeddedFailure.HomeInUse if another process works on the same home
     */
    public static Assembly open(Settings settings) {
        var assembly = new Assembly();
        try {
            assembly.openStorage(settings);
            return assembly;
        } catch (RuntimeException failed) {
            assembly.close();
            throw failed;
        }
    }

    public AiUsage build(Consumer<AiUsage.Builder> more) {
        more.accept(builder);
        var usage = builder.build();
        opened.push(usage);
        return usage;
    }

    private void openStorage(Settings settings) {
        builder.schema(settings.schema());
        var storage = settings.storage();
        if (storage instanceof StorageChoice.Demo demo) {
            builder.demo(demo.file().map(DemoData::of).orElseGet(DemoData::builtIn));
        } else if (storage instanceof StorageChoice.Memory) {
            builder.inMemory();
        } else if (storage instanceof StorageChoice.Postgres postgres) {
            openPostgres(postgres);
        } else {
            openEmbedded(settings);
        }
    }

    private void openPostgres(StorageChoice.Postgres postgres) {
        var pool = keep(Pools.of(postgres.service()));
        builder.dataSource(pool);
        if (!postgres.migrations().equals(postgres.service())) {
            builder.migrations(Pools.single(postgres.migrations()), postgres.service().user());
        }
    }

    private void openEmbedded(Settings settings) {
        var homeLock = keep(Home.at(settings.home().path()).lock());
        lock = Optional.of(homeLock);
        var embedded = keep(EmbeddedPostgres.open(homeLock));
        builder.dataSource(keep(Pools.of(embedded.jdbcUrl(), embedded.service())))
                .migrations(Pools.single(embedded.jdbcUrl(), embedded.superuser()), embedded.service().user());
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
        RuntimeException failure = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failed) {
                failure = failure == null ? new IllegalStateException(failed) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
