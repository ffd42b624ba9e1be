package dev.aiusage.persistence.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Servers of PostgreSQL for tests: in a zone of their own, and with nothing that goes on by itself. */
final class Servers {

    /** Below those that systems hand out by themselves: one of these would be taken before a server has come up. */
    private static final int FIRST_PORT = 12_000;

    private static final int PORTS_END = 32_000;

    private Servers() {}

    /** Statistics and what an index alone can answer change only when a test says so, not when a minute has passed. */
    static EmbeddedPostgres.Builder builder() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("timezone", "Asia/Kathmandu")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("autovacuum", "off")
                .setPort(freePort())
                .setPGStartupWait(Duration.ofMinutes(3));
    }

    private static int freePort() throws IOException {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(FIRST_PORT, PORTS_END);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) throws IOException {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        }
    }
}
