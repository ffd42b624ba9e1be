package dev.aiusage.persistence.postgres;

import dev.aiusage.application.health.StorageHealth;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * Asks the database for a sign of life. A pool may wait long for a connection, so the question runs on a thread of its own, and
 * all who ask meanwhile wait for the same answer.
 */
public final class PostgresStorageHealth implements StorageHealth {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final DataSource dataSource;
    private final String kind;
    private final Duration patience;
    private final AtomicReference<FutureTask<Boolean>> asked = new AtomicReference<>();

    public PostgresStorageHealth(DataSource dataSource, String kind) {
        this(dataSource, kind, PATIENCE);
    }

    PostgresStorageHealth(DataSource dataSource, String kind, Duration patience) {
        this.dataSource = dataSource;
        this.kind = kind;
        this.patience = patience;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public boolean isReachable() {
        try {
            return question().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException unreachable) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private FutureTask<Boolean> question() {
        var mine = new FutureTask<>(this::answers);
        var running = asked.compareAndExchange(null, mine);
        if (running != null) {
            return running;
        }
        var thread = new Thread(
                () -> {
                    mine.run();
                    asked.set(null);
                },
                "storage-health");
        thread.setDaemon(true);
        thread.start();
        return mine;
    }

    private boolean answers() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return connection.isValid((int) Math.max(1, patience.toSeconds()));
        }
    }
}
