package dev.aiusage.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.AiUsage;
import dev.aiusage.Synchronisation;
import dev.aiusage.application.syncing.SyncSummary;
import dev.aiusage.domain.integration.SyncStatus;
import dev.aiusage.testing.ManyIntegrations;
import dev.aiusage.testing.Midnight;
import dev.aiusage.testing.Patience;
import dev.aiusage.testing.Peaks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the benchmark of ten thousand does with fewer, so that it is seen each time. */
@Execution(ExecutionMode.SAME_THREAD)
final class ManyIntegrationsTest {

    private static final int COUNT = 150;

    @Test
    void many_that_are_due_at_once_are_synchronised_once_each_and_leave_connections_to_others(@TempDir Path directory)
            throws Exception {
        Midnight.letPass();
        try (var many = new ManyIntegrations(directory, COUNT);
                var peaks = Peaks.of(many.pool())) {
            assertThat(synchronised(many.usage()).succeeded()).isEqualTo(COUNT);
            assertThat(many.runs()).allSatisfy(run -> {
                assertThat(run.status()).isEqualTo(SyncStatus.SUCCEEDED);
                assertThat(run.attempt()).isEqualTo(1);
                assertThat(run.daysSynced()).isEqualTo(90);
            });
            assertThat(many.vendor().openings().values())
                    .hasSize(COUNT)
                    .extracting(AtomicInteger::get)
                    .containsOnly(1);
            assertThat(peaks.connections()).isLessThanOrEqualTo(ManyIntegrations.POOL);
            assertThat(new Host(many.usage(), many.all().get(COUNT - 1).user())
                            .dashboard()
                            .totalInteractions())
                    .isEqualTo(180);
        }
        Patience.until(
                "the end of its threads",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .noneMatch(name -> name.startsWith("sync-") || name.startsWith("db-scheduler")));
    }

    /** All are due before the first one is taken: a turn that ended sooner would rightly be followed by another. */
    private static SyncSummary synchronised(AiUsage usage) throws Exception {
        var workers = new ArrayList<Synchronisation>();
        try {
            return usage.syncs().everything().run(due -> {
                if (workers.isEmpty()) {
                    workers.add(usage.startSynchronising());
                }
            });
        } finally {
            workers.forEach(Synchronisation::close);
        }
    }
}
