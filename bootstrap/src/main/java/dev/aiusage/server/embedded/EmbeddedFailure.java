package dev.aiusage.server.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** Why a home or its database cannot be used. Each message stands alone: what is wrong, where, and what to do. */
public abstract sealed class EmbeddedFailure extends RuntimeException {

    private EmbeddedFailure(String message) {
        super(message);
    }

    /** Another service holds the home; {@link #service()} says which, so that a command can hand its work to it. */
    public static final class HomeInUse extends EmbeddedFailure {
        private final transient RunningService service;

        HomeInUse(Path home, RunningService service) {
            super("AI Usage already runs on %s (%s). Stop it first, or give this one an AI_USAGE_HOME of its own."
                    .formatted(home, service));
            this.service = service;
        }

        public RunningService service() {
            return service;
        }
    }

    /** The home, or something in it, cannot be read, written or kept private. */
    public static final class HomeUnusable extends EmbeddedFailure {
        HomeUnusable(Path path, String reason) {
            super("Cannot use %s: %s.".formatted(path, reason));
        }

        HomeUnusable(Path path, IOException cause) {
            this(path, reason(cause));
            initCause(cause);
        }

        private static String reason(IOException cause) {
            if (cause instanceof AccessDeniedException) {
                return "it belongs to another user; start the service as that user, or give the whole home to this one";
            }
            return cause instanceof FileAlreadyExistsException ? "it is not a directory" : cause.toString();
        }
    }

    /** The data directory was made by another major version of PostgreSQL, which ours cannot read. */
    public static final class OtherMajorVersion extends EmbeddedFailure {
        OtherMajorVersion(Path data, String found, String ours) {
            super(
                    "The database in %s was made by PostgreSQL %s, but this release runs PostgreSQL %s and cannot read it."
                                    .formatted(data, found, ours)
                            + " Export it with the release that made it, or with the tools of PostgreSQL %s, and import it here;"
                                    .formatted(found)
                            + " or move that folder away to begin with an empty database.");
        }
    }

    /** The class path holds no PostgreSQL for this kind of machine. */
    public static final class NoBinaries extends EmbeddedFailure {
        NoBinaries(Platform platform) {
            super("This build carries no PostgreSQL for %s.".formatted(platform)
                    + " Build it on such a machine, or set DATABASE_URL to a PostgreSQL server of your own.");
        }
    }

    /** PostgreSQL refuses to run as root, and nothing on this machine can give it another account. */
    public static final class RootRefused extends EmbeddedFailure {
        RootRefused() {
            super("PostgreSQL does not run as root, and neither unshare nor setpriv can give it another account here."
                    + " Start the service as an ordinary user, or set DATABASE_URL.");
        }
    }

    /** A program of PostgreSQL failed; the message ends with the last lines that it wrote. */
    public static final class ServerFailed extends EmbeddedFailure {
        ServerFailed(String what, ServerLog log) {
            super("The embedded PostgreSQL %s. The end of %s:%n%s".formatted(what, log.file(), log.tail()));
        }

        ServerFailed(String what, Exception cause) {
            super("The embedded PostgreSQL %s: %s".formatted(what, cause.getMessage()));
            initCause(cause);
        }
    }
}
