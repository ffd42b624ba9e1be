package dev.aiusage.server.embedded;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A server started by {@code pg_ctl}: on Windows only that can shed the rights of an administrator. */
record PgCtlServer(Cluster cluster, int port, ProcessHandle process) implements Server {

    static Server launch(Cluster cluster, int port) {
        List<String> command = cluster.command(
                "pg_ctl",
                List.of(
                        "start",
                        "--pgdata=" + cluster.data(),
                        "--wait",
                        "--timeout=300",
                        "--silent",
                        "--options=" + String.join(" ", Settings.of(port))));
        try {
            int status = Commands.start(command, cluster.folder(), cluster.log())
                    .onExit()
                    .join()
                    .exitValue();
            return PostmasterFile.in(cluster.data())
                    .process()
                    .filter(started -> status == 0)
                    .map(started -> new PgCtlServer(cluster, port, started))
                    .orElseThrow(() -> new EmbeddedFailure.ServerFailed("did not start", cluster.log()));
        } catch (IOException failed) {
            throw new EmbeddedFailure.ServerFailed("cannot be run", failed);
        }
    }

    @Override
    public CompletionStage<?> exit() {
        return process.onExit();
    }

    @Override
    public void stop() {
        Shutdown.ends(process, cluster);
    }
}
