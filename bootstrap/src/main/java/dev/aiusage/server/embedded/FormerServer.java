package dev.aiusage.server.embedded;

import java.nio.file.Path;
import java.util.Optional;

/** The server of a service that was killed: its watchdog may still be ending it, or could not. */
final class FormerServer {

    private FormerServer() {}

    static void end(Cluster cluster) {
        PostmasterFile file = PostmasterFile.in(cluster.data());
        Optional<ProcessHandle> server = file.process().filter(process -> serves(process, cluster));
        if (server.isPresent() && !Shutdown.ends(server.get(), cluster)) {
            throw new EmbeddedFailure.ServerFailed(
                    "of a former start, process " + server.get().pid() + ", does not end", cluster.log());
        }
        file.disown();
    }

    // The number in the file may by now belong to anything. Our servers name their data directory first of all; where
    // arguments cannot be seen (Windows), a program out of this home serves this home.
    private static boolean serves(ProcessHandle process, Cluster cluster) {
        ProcessHandle.Info info = process.info();
        return info.arguments()
                .map(arguments -> arguments.length > 1
                        && arguments[0].equals("-D")
                        && arguments[1].equals(cluster.data().toString()))
                .orElseGet(() -> info.command()
                        .filter(command -> Path.of(command).startsWith(cluster.folder()))
                        .isPresent());
    }
}
