package dev.aiusage.server.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** Starts the server on a free port, again if somebody took the port or a former server was still leaving. */
record ServerStart(Cluster cluster, Server.Launcher launcher, Ports ports) {

    private static final int ATTEMPTS = 5;
    private static final List<String> PASSING = List.of(
            "could not create any TCP/IP sockets",
            "lock file \"postmaster.pid\" already exists",
            "pre-existing shared memory block");

    Server run() {
        for (int attempt = 1; ; attempt++) {
            FormerServer.end(cluster);
            cluster.account().own(cluster.data());
            int logged = cluster.log().text().length();
            try {
                return launcher.launch(cluster, ports.free());
            } catch (EmbeddedFailure.ServerFailed failure) {
                String output = cluster.log().text().substring(logged);
                if (attempt == ATTEMPTS || PASSING.stream().noneMatch(output::contains)) {
                    throw failure;
                }
            }
        }
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
