package dev.aiusage.server.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A program of PostgreSQL that ends when this JVM ends, be it killed, and that a Ctrl-C meant for the JVM does not
 * reach: a shell in a session of its own interrupts it when the pipe from the JVM closes. Windows has no such shell;
 * there the next start ends what was left behind.
 */
final class WatchedProcess {

    private static final String WATCHDOG = """
            exec 3<&0
            trap '' INT HUP TERM
            "$@" </dev/null 3<&- &
            program=$!
            ( while read -r _ <&3; do :; done; kill -INT "$program" ) &
            watchdog=$!
            exec 3<&-
            wait "$program"
            status=$?
            kill -KILL "$watchdog" 2>/dev/null
            exit "$status"
            """;

    // Where there is no setsid (macOS), job control gives the program a process group of its own, which is enough.
    private static final String OWN_GROUP = "set -m\n";

    private final Process process;

    private WatchedProcess(Process process) {
        this.process = process;
    }

    static WatchedProcess start(Cluster cluster, String program, List<String> arguments) {
        List<String> command = cluster.command(program, arguments);
        try {
            return new WatchedProcess(
                    Commands.start(OwnerOnly.POSIX ? watched(command) : command, cluster.folder(), cluster.log()));
        } catch (IOException failed) {
            throw new EmbeddedFailure.ServerFailed("cannot be run", failed);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Interrupts the program and tells whether it ended in time. */
    boolean endsWithin(Duration patience) {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyClosed) {
            // Then the shell has seen it, too.
        }
        return Waiting.until(() -> !process.isAlive(), patience);
    }

    private static List<String> watched(List<String> command) {
        List<String> shell = Commands.isInstalled("setsid")
                ? List.of("setsid", "sh", "-c", WATCHDOG, "ai-usage-watchdog")
                : List.of("sh", "-c", OWN_GROUP + WATCHDOG, "ai-usage-watchdog");
        return Stream.concat(shell.stream(), command.stream()).toList();
    }
}
