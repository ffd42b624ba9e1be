package dev.aiusage.server.embedded;

import java.time.Duration;
import java.util.List;

/** Ends a server: first so that nothing needs to be recovered; if that hangs, at once, and the next start recovers. */
final class Shutdown {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String FAST = "INT";
    private static final String IMMEDIATE = "QUIT";

    private Shutdown() {}

    static boolean ends(ProcessHandle server, Cluster cluster) {
        return endsBy(FAST, server, cluster) || endsBy(IMMEDIATE, server, cluster);
    }

    static boolean endsAtOnce(ProcessHandle server, Cluster cluster) {
        return endsBy(IMMEDIATE, server, cluster);
    }

    private static boolean endsBy(String signal, ProcessHandle server, Cluster cluster) {
        String pid = Long.toString(server.pid());
        Commands.succeeds(
                OwnerOnly.POSIX
                        ? List.of("sh", "-c", "kill -" + signal + " " + pid)
                        : cluster.command("pg_ctl", List.of("kill", signal, pid)));
        return Waiting.until(() -> ProcessEnd.isReached(server), PATIENCE);
    }
}
