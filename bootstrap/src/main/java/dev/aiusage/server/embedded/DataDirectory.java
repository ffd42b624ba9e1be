package dev.aiusage.server.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the database's files lie: refused when another major version made them, made where they are missing. */
final class DataDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final String UNFINISHED = "initdb-";

    private DataDirectory() {}

    static void refuseOtherMajor(Path data, String ours) {
        if (!isThere(data)) {
            return;
        }
        try {
            String found = Files.readString(data.resolve("PG_VERSION")).strip();
            if (!found.equals(ours)) {
                throw new EmbeddedFailure.OtherMajorVersion(data, found, ours);
            }
        } catch (IOException unusable) {
            throw new EmbeddedFailure.HomeUnusable(data, unusable);
        }
    }

    /** Whatever interrupts this leaves a folder of another name, so {@code data} is whole whenever it is there. */
    static void makeIfMissing(Cluster cluster, Passwords passwords) {
        if (isThere(cluster.data())) {
            return;
        }
        try {
            deleteUnfinished(cluster.folder());
            LOG.info("Making a new database in {}", cluster.data());
            Path unfinished = Files.createTempDirectory(cluster.folder(), UNFINISHED);
            initialise(cluster, unfinished, passwords.renewSuperuser());
            Files.move(unfinished.resolve("data"), cluster.data());
            Folders.delete(unfinished);
        } catch (IOException unusable) {
            throw new EmbeddedFailure.HomeUnusable(cluster.folder(), unusable);
        }
    }

    private static void initialise(Cluster cluster, Path unfinished, Login superuser) throws IOException {
        Path passwordFile = Files.createFile(unfinished.resolve("password"), OwnerOnly.file());
        Files.writeString(passwordFile, superuser.password());
        cluster.account().own(unfinished);
        WatchedProcess initdb = WatchedProcess.start(
                cluster,
                "initdb",
                List.of(
                        "--pgdata=" + unfinished.resolve("data"),
                        "--username=" + superuser.user(),
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions"));
        if (initdb.exit().join() != 0) {
            throw new EmbeddedFailure.ServerFailed("could not make its data directory", cluster.log());
        }
        Files.delete(passwordFile);
    }

    private static boolean isThere(Path data) {
        return Files.isDirectory(data);
    }

    // The initdb of a killed service may still be writing there for a moment: what it leaves is deleted next time.
    private static void deleteUnfinished(Path folder) throws IOException {
        try (var leftovers = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path leftover : leftovers) {
                try {
                    Folders.delete(leftover);
                } catch (IOException stillInUse) {
                    LOG.debug("{} is still in use", leftover, stillInUse);
                }
            }
        }
    }
}
