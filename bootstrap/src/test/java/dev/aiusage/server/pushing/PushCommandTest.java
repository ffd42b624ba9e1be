package dev.aiusage.server.pushing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.testing.Program;
import dev.aiusage.testing.RunningProgram;
import dev.aiusage.testing.Transcript;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command itself, beside a service without logins that reads the logs of its own machine. */
class PushCommandTest {

    @TempDir
    private static Path directory;

    private static Program machine;
    private static RunningProgram service;

    @BeforeAll
    static void start_the_service() throws Exception {
        machine = Program.settledIn(directory);
        Transcript.recent("scanned-and-pushed", 11).writeUnder(machine.userHome());
        service = machine.serve();
        service.dashboardAfterScan();
    }

    @AfterAll
    static void stop_it() {
        service.close();
    }

    @Test
    void what_the_service_has_scanned_itself_and_is_pushed_as_well_counts_once(@TempDir Path elsewhere)
            throws Exception {
        var other = Program.in(elsewhere);
        Transcript.recent("scanned-and-pushed", 11).writeUnder(other.userHome());
        Transcript.recent("of-the-other", 2).writeUnder(other.userHome());

        var first = other.run("push", "--to", service.address().toString(), "--device", "other");
        var second = other.run("push", "--to", service.address().toString(), "--device", "other");
        var own = machine.run("push", "--to", service.address().toString());

        assertThat(first.status()).as(first.errors()).isZero();
        assertThat(first.output()).contains("Delivered 13 events of 2 files").contains(": 2 were new there");
        assertThat(second.output()).contains("Nothing new for " + service.address());
        assertThat(own.status()).as(own.errors()).isZero();
        assertThat(own.output()).contains("Delivered 11 events of 1 files").contains(": 0 were new there");
        assertThat(service.dashboard().path("total_interactions").asInt()).isEqualTo(13);
        assertThat(first.complaints()).isEmpty();
    }

    @Test
    void a_server_that_is_away_ends_it_with_1_and_one_line(@TempDir Path elsewhere) throws Exception {
        var other = Program.in(elsewhere).with("AI_USAGE_PUSH_TOKEN", "aiu_not-to-be-seen");
        // Taken, so that nobody else can listen there meanwhile.
        try (var silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            var ended = other.run("push", "--to", "http://localhost:" + silent.getLocalPort());

            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.complaints())
                    .singleElement()
                    .asString()
                    .contains("can't be reached")
                    .endsWith("; what is left is kept for the next time")
                    .doesNotContain("aiu_");
        }
    }
}
