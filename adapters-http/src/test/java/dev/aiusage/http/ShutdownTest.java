package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ShutdownTest {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void a_request_in_flight_is_answered_before_close_returns() throws Exception {
        var server = new RunningServer();
        server.dashboard.usage.add(Usages.fullyKnown());
        server.dashboard.meanwhile = this::hold;
        var answer = inBackground(server);
        assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

        var closing = CompletableFuture.runAsync(server::close);
        awaitRefusal(server.port);
        assertThat(closing).isNotDone();
        goOn.countDown();

        assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(answer.get().body()).contains("claude_code");
        closing.get(20, TimeUnit.SECONDS);
    }

    @Test
    void a_request_that_never_ends_does_not_keep_the_server() throws Exception {
        var limits = HttpLimits.DEFAULT.withShutdown(Duration.ofMillis(300));
        var server = new RunningServer(RunningServer.settings().withLimits(limits));
        server.dashboard.meanwhile = this::hold;
        var answer = inBackground(server);
        assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

        CompletableFuture.runAsync(server::close).get(20, TimeUnit.SECONDS);

        goOn.countDown();
        assertThat(answer).failsWithin(Duration.ofSeconds(20));
    }

    @Test
    void a_connection_that_is_merely_kept_alive_is_closed_at_once() throws Exception {
        var server = new RunningServer();
        server.dashboard.usage.add(Usages.fullyKnown());
        server.dashboard.meanwhile = this::hold;
        try (var idle = new Socket(InetAddress.getLoopbackAddress(), server.port)) {
            // Less than the server grants an upload that pauses.
            idle.setSoTimeout(8_000);
            var ask = "GET /health HTTP/1.1\r\nHost: localhost:" + server.port + "\r\n\r\n";
            idle.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
            assertThat(idle.getInputStream().read()).isEqualTo('H');
            var answer = inBackground(server);
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

            var closing = CompletableFuture.runAsync(server::close);

            assertThat(new String(idle.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("TTP/1.1 200 OK");
            assertThat(closing).isNotDone();
            goOn.countDown();
            assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            closing.get(8, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_port_in_use_is_told_with_its_name() {
        try (var first = new RunningServer()) {
            assertThatThrownBy(() -> new RunningServer(RunningServer.settings().withPort(first.port)))
                    .isInstanceOf(ServerNotStarted.class)
                    .hasMessageMatching("can't listen on 127\\.0\\.0\\.1:" + first.port + ": \\S.+")
                    .hasRootCauseInstanceOf(BindException.class);
        }
    }

    @Test
    void two_servers_live_beside_each_other() throws Exception {
        try (var first = new RunningServer();
                var second = new RunningServer()) {
            assertThat(first.port).isNotEqualTo(second.port);
            assertThat(first.get("/health").statusCode()).isEqualTo(200);
            assertThat(second.get("/health").statusCode()).isEqualTo(200);
        }
    }

    private static CompletableFuture<HttpResponse<String>> inBackground(RunningServer server) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return server.get(RunningServer.DASHBOARD);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private void hold() {
        arrived.countDown();
        try {
            assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the server takes no more connections. */
    private static void awaitRefusal(int port) throws Exception {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < deadline) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
            } catch (SocketException refused) {
                return;
            }
        }
        throw new AssertionError("the server still takes connections");
    }
}
