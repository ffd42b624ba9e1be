package dev.aiusage.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.persistence.memory.InMemory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

public interface SimultaneousWritersContract extends StorageContract {

    int WRITERS = 4;
    int SECONDS = 60;

    @Test
    default void writers_of_the_same_events_at_once_lose_nothing_and_count_nothing_twice() throws Exception {
        var user = someUser();
        var logs = storage().logs(user);
        var copies = RandomEvents.withSeed(21).copies();

        var added = runAtOnce(writer -> {
            var sum = 0;
            for (var some : inPieces(copies, writer)) {
                sum += storage().events().record(user, logs.id(), some).added();
                storage().integrations().noteSynced(user, logs.id(), Storage.NOON.plusSeconds(writer));
            }
            return sum;
        });

        var reference = InMemory.storage();
        var atOnce = reference.logs(user);
        var expected = reference.events().record(user, atOnce.id(), copies);
        assertThat(storage().utcDays(logs)).isEqualTo(reference.utcDays(atOnce));
        assertThat(added.stream().mapToInt(Integer::intValue).sum()).isEqualTo(expected.added());
    }

    @Test
    default void writers_by_different_integrations_of_a_tool_share_events_and_sessions() throws Exception {
        var user = someUser();
        var integrations = List.of(storage().logs(user), storage().opened(user, IntegrationMethod.TELEMETRY));
        var copies = RandomEvents.withSeed(22).copies();

        runAtOnce(writer -> {
            for (var some : inPieces(copies, writer)) {
                storage().events().record(user, integrations.get(writer % 2).id(), some);
            }
            return 0;
        });

        var reference = InMemory.storage();
        var atOnce = reference.logs(user);
        reference.events().record(user, atOnce.id(), copies);
        assertThat(total(integrations.get(0)).plus(total(integrations.get(1))))
                .isEqualTo(reference.utcDays(atOnce).stream()
                        .map(UsageDay::measures)
                        .reduce(Measures.NONE, Measures::plus));
    }

    @Test
    default void an_integration_can_be_removed_while_others_are_written_and_nobody_waits_in_a_circle()
            throws Exception {
        for (var round = 0; round < 5; round++) {
            var user = someUser();
            var telemetry = storage().telemetry(user);
            var logs = storage().logs(user);
            var random = RandomTelemetry.withSeed(round);
            var logged = random.logged();
            storage().events().record(user, telemetry.id(), random.told());
            storage().sums().record(user, telemetry.id(), random.points());

            runAtOnce(writer -> {
                if (writer == 0) {
                    var entry = Storage.entry(user, AuditAction.INTEGRATION_REMOVED, "");
                    storage().integrations().remove(user, telemetry.id(), entry);
                } else {
                    storage().events().record(user, logs.id(), logged);
                }
                return 0;
            });

            var reference = InMemory.storage();
            var alone = reference.logs(user);
            reference.events().record(user, alone.id(), logged);
            assertThat(storage().utcDays(logs)).isEqualTo(reference.utcDays(alone));
        }
    }

    private Measures total(Integration integration) {
        return storage().utcDays(integration).stream().map(UsageDay::measures).reduce(Measures.NONE, Measures::plus);
    }

    private static List<List<UsageEvent>> inPieces(List<UsageEvent> copies, int writer) {
        var shuffled = new ArrayList<>(copies);
        Collections.shuffle(shuffled, new Random(writer));
        var pieces = new ArrayList<List<UsageEvent>>();
        for (var start = 0; start < shuffled.size(); start += 20) {
            pieces.add(shuffled.subList(start, Math.min(start + 20, shuffled.size())));
        }
        return pieces;
    }

    private static List<Integer> runAtOnce(Writer writer) throws Exception {
        var threads = Executors.newFixedThreadPool(WRITERS);
        try {
            var tasks = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < WRITERS; i++) {
                var number = i;
                tasks.add(() -> writer.write(number));
            }
            var results = new ArrayList<Integer>();
            for (var result : threads.invokeAll(tasks, SECONDS, TimeUnit.SECONDS)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** What one of the writers does, and how many events it was told to have added. */
    interface Writer {
        int write(int number);
    }
}
