package dev.aiusage.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.testing.ManyIntegrations;
import dev.aiusage.testing.Peaks;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand integrations due at once, each with 90 days to fetch from a vendor that answers at once. The floor is the bare SQL of
 * keeping the same rows, in as many transactions and on as many connections.
 */
final class TenThousandIntegrations {

    private static final int COUNT = Integer.getInteger("bench.integrations", 10_000);
    private static final int WINDOWS = 3;
    private static final int DAYS_OF_A_WINDOW = 30;
    private static final int CONNECTIONS = 3;
    private static final List<String> TABLES =
            List.of("ai_usage_metrics", "ai_usage_breakdowns", "ai_usage_day_states");

    @Test
    void due_at_once(@TempDir Path directory) throws Exception {
        try (var many = new ManyIntegrations(directory, COUNT);
                var peaks = Peaks.of(many.pool())) {
            var threadsBefore = peaks.threads();
            var begun = System.nanoTime();
            try (var synchronising = many.usage().startSynchronising()) {
                assertThat(synchronising).isNotNull();
                var summary = many.usage().syncs().everything().run(due -> {});
                assertThat(summary.succeeded()).isEqualTo(COUNT);
            }
            var seconds = secondsSince(begun);
            var floor = floor(many);
            System.out.printf(
                    Locale.ROOT,
                    "%d integrations of 90 days each: %.1f s, %.0f a second; the bare SQL %.1f s: ratio %.1f."
                            + " Connections at most %d of %d, %d waiting; threads at most %d (%d before);"
                            + " heap after collection at most %d MB.%n",
                    COUNT,
                    seconds,
                    COUNT / seconds,
                    floor,
                    seconds / floor,
                    peaks.connections(),
                    ManyIntegrations.POOL,
                    peaks.waiting(),
                    peaks.threads(),
                    threadsBefore,
                    peaks.heapMegabytes());
            assertThat(peaks.connections()).isLessThanOrEqualTo(ManyIntegrations.POOL);
        }
    }

    private static double floor(ManyIntegrations many) throws Exception {
        for (var table : TABLES) {
            execute(many, "create table floor_" + table + " (like " + table + " including all)");
        }
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        var begun = System.nanoTime();
        var parts = new ArrayList<Future<?>>();
        for (var held : many.all()) {
            parts.add(threads.submit(() -> {
                copy(many, held);
                return null;
            }));
        }
        for (var part : parts) {
            part.get();
        }
        threads.shutdown();
        return secondsSince(begun);
    }

    /** A transaction for each window, as the service has. */
    private static void copy(ManyIntegrations many, ManyIntegrations.Held held) throws SQLException {
        try (var connection = many.owner().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var window = 0; window < WINDOWS; window++) {
                for (var table : TABLES) {
                    statement.executeUpdate("insert into floor_" + table + " select * from " + table
                            + " where user_id = '" + held.user() + "' and integration_id = '" + held.integration()
                            + "' and metric_date > current_date - " + (window + 1) * DAYS_OF_A_WINDOW
                            + " and metric_date <= current_date - " + window * DAYS_OF_A_WINDOW);
                }
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
    }

    private static void execute(ManyIntegrations many, String sql) throws SQLException {
        try (var connection = many.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
