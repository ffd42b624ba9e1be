package dev.aiusage.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class PostgresStorageHealthTest {

    private final DataSource service = TestServer.service();

    @Test
    void a_database_that_answers_is_reachable_each_time() {
        var health = new PostgresStorageHealth(service, "embedded postgresql", Duration.ofMinutes(1));

        assertThat(health.kind()).isEqualTo("embedded postgresql");
        assertThat(IntStream.range(0, 20).parallel().allMatch(time -> health.isReachable()))
                .isTrue();
    }

    @Test
    void a_database_that_refuses_is_not() {
        var health = new PostgresStorageHealth(
                Connections.from(() -> {
                    throw new SQLException("no route");
                }),
                "postgresql");

        assertThat(health.isReachable()).isFalse();
    }

    @Test
    @Timeout(60)
    void a_database_that_hangs_is_not_reachable_until_it_answers_again() throws Exception {
        var opened = new CountDownLatch(1);
        var health = new PostgresStorageHealth(
                Connections.from(() -> {
                    await(opened);
                    return service.getConnection();
                }),
                "postgresql",
                Duration.ofMillis(200));

        assertThat(health.isReachable()).isFalse();
        assertThat(health.isReachable()).isFalse();

        opened.countDown();

        while (!health.isReachable()) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
