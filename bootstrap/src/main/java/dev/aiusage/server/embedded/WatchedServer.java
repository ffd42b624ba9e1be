package dev.aiusage.server.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A server that ends with this JVM, run by a watchdog. */
record WatchedServer(Cluster cluster, int port, WatchedProcess process) implements Server {

    // Recovery after a crash is part of the start and may take long.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static Server launch(Cluster cluster, int port) {
        List<String> arguments = new ArrayList<>(List.of("-D", cluster.data().toString()));
        arguments.addAll(Settings.of(port));
        WatchedProcess process = WatchedProcess.start(cluster, "postgres", arguments);
        WatchedServer server = new WatchedServer(cluster, port, process);
        PostmasterFile file = PostmasterFile.in(cluster.data());
        Waiting.until(() -> file.isReadyOn(port) || !process.isAlive(), PATIENCE);
        if (!process.isAlive()) {
            throw new EmbeddedFailure.ServerFailed("did not start", cluster.log());
        }
        if (!file.isReadyOn(port)) {
            server.stop();
            throw new EmbeddedFailure.ServerFailed("was not ready in time", cluster.log());
        }
        return server;
    }

    @Override
    public CompletionStage<?> exit() {
        return process.exit();
    }

    @Override
    public void stop() {
        if (!process.endsWithin(Shutdown.PATIENCE)) {
            PostmasterFile.in(cluster.data()).process().ifPresent(server -> Shutdown.endsAtOnce(server, cluster));
        }
    }
}
