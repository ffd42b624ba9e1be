package dev.aiusage.server.syncing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.testing.FakeAnthropic;
import dev.aiusage.testing.Midnight;
import dev.aiusage.testing.Program;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sync --all}, alone and beside a service. */
final class SyncCommandTest {

    @Test
    void one_pass_fetches_everything_and_ends(@TempDir Path directory) throws Exception {
        Midnight.letPass();
        try (var anthropic = new FakeAnthropic()) {
            var program = Program.settledIn(directory)
                    .with("SCAN_LOCAL_LOGS", "false")
                    .with("ANTHROPIC_BASE_URL", anthropic.address().toString());
            assertThat(program.run("sync", "--all").output())
                    .isEqualTo("Integrations: 0. Synchronised: 0. Failed or to be tried again: 0."
                            + System.lineSeparator());
            try (var service = program.serve()) {
                var connected =
                        service.send(HttpRequest.newBuilder(service.address().resolve("/api/ai-usage/connect"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(
                                        "{\"provider\":\"claude_code\",\"api_key\":\"sk-ant-admin01-0123456789\"}")));
                assertThat(connected.statusCode()).isEqualTo(201);

                var beside = program.run("sync", "--all");

                assertThat(beside.status()).as(beside.errors()).isZero();
                assertThat(beside.output()).startsWith("Integrations: 1. Synchronised: 1. Failed");
                assertThat(service.dashboard().path("active_days").asInt()).isEqualTo(90);
                service.terminate();
                service.process().onExit().join();
            }
            var before = anthropic.callsByDay();

            var alone = program.run("sync", "--all");

            assertThat(alone.status()).as(alone.errors()).isZero();
            assertThat(alone.output()).startsWith("Integrations: 1. Synchronised: 1. Failed");
            assertThat(anthropic.callsByDay()).isNotEqualTo(before);
        }
    }

    @Test
    void what_is_to_be_synchronised_must_be_said(@TempDir Path directory) throws Exception {
        var ended = Program.in(directory).run("sync");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.errors()).contains("--all");
    }
}
