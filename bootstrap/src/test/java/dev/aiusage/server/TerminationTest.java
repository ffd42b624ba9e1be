package dev.aiusage.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.server.embedded.ProcessEnd;
import dev.aiusage.testing.Patience;
import dev.aiusage.testing.Program;
import dev.aiusage.testing.RunningProgram;
import dev.aiusage.testing.Transcript;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminationTest {

    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

    @TempDir
    private Path directory;

    @Test
    void a_terminated_service_answers_what_is_in_flight_and_takes_its_database_along() throws Exception {
        var program = Program.settledIn(directory).with("SCAN_LOCAL_LOGS", "false");
        var body = Transcript.recent("in-flight", 300).text().getBytes(UTF_8);
        try (var service = program.serve();
                var connection = new Socket(
                        InetAddress.getLoopbackAddress(), service.address().getPort())) {
            var server = server(program);
            var out = connection.getOutputStream();
            out.write(("POST /api/ai-usage/import HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length
                            + "\r\nConnection: close\r\nExpect: 100-continue\r\n\r\n")
                    .getBytes(UTF_8));
            assertThat(new String(connection.getInputStream().readNBytes(CONTINUE.length()), UTF_8))
                    .as("it has begun to read")
                    .isEqualTo(CONTINUE);
            out.write(body, 0, body.length / 2);
            out.flush();

            service.terminate();
            var sent = sendUntilNobodyListens(service, out, body);
            out.write(body, sent, body.length - sent);
            out.flush();

            assertThat(new String(connection.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .contains("\"rows_imported\":300");
            assertThat(service.process().waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(ProcessEnd.isReached(server)).isTrue();
            assertThat(program.home().resolve("service.json")).doesNotExist();
        }
    }

    private static ProcessHandle server(Program program) throws IOException {
        var pid = Files.readAllLines(program.home().resolve("postgres/data/postmaster.pid"))
                .get(0)
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** A slow upload, but no silent one: those are given up. */
    private static int sendUntilNobodyListens(RunningProgram service, OutputStream out, byte[] body)
            throws IOException, InterruptedException {
        for (var sent = body.length / 2; sent < body.length; sent++) {
            try (var another = new Socket(
                    InetAddress.getLoopbackAddress(), service.address().getPort())) {
                assertThat(another.isConnected()).isTrue();
                out.write(body, sent, 1);
                Thread.sleep(10);
            } catch (ConnectException closed) {
                return sent;
            }
        }
        throw new AssertionError("the service still takes connections");
    }
}
