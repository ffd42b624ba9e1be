package dev.aiusage.server.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;

/** Starts the server on a free port, again if somebody took the port, and while a former server is still leaving. */
record ServerStart(Cluster cluster, Server.Launcher launcher, Ports ports) {

    private static final int ATTEMPTS = 5;
    private static final String PORT_TAKEN = "could not create any TCP/IP sockets";
    private static final List<String> STILL_LEAVING =
            List.of("lock file \"postmaster.pid\" already exists", "pre-existing shared memory block");
    private static final Duration PAUSE = Duration.ofMillis(50);

    Server run() {
        long begun = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            FormerServer.end(cluster);
            cluster.account().own(cluster.data());
            int logged = cluster.log().text().length();
            try {
                return launcher.launch(cluster, ports.free());
            } catch (EmbeddedFailure.ServerFailed failure) {
                String output = cluster.log().text().substring(logged);
                if (!isWorthAnother(output, attempt, Duration.ofNanos(System.nanoTime() - begun))) {
                    throw failure;
                }
                Waiting.pause(PAUSE);
            }
        }
    }

    /** The workers of a server that was killed end by themselves, but not before they are done with what they do. */
    private static boolean isWorthAnother(String output, int attempt, Duration tried) {
        if (output.contains(PORT_TAKEN)) {
            return attempt < ATTEMPTS;
        }
        return STILL_LEAVING.stream().anyMatch(output::contains) && tried.compareTo(Shutdown.PATIENCE) < 0;
    }

    /** Knows a port that is free; by the time it is used it may be no more. */
    interface Ports {
        int free();

        static int ofThisMachine() {
            try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
                return socket.getLocalPort();
            } catch (IOException none) {
                throw new EmbeddedFailure.ServerFailed("found no free port", none);
            }
        }
    }
}
