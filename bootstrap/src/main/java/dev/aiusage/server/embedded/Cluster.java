package dev.aiusage.server.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What PostgreSQL calls a cluster: one data directory, and here also the programs, account and log that go with it. */
record Cluster(Path folder, Path programs, ServerAccount account, ServerLog log) {

    static Path dataIn(Path folder) {
        return folder.resolve("data");
    }

    Path data() {
        return dataIn(folder);
    }

    /** A program of PostgreSQL to be run under the account that owns the data. */
    List<String> command(String program, List<String> arguments) {
        List<String> line = new ArrayList<>();
        line.add(programs.resolve("bin").resolve(program).toString());
        line.addAll(arguments);
        return account.command(line);
    }
}
