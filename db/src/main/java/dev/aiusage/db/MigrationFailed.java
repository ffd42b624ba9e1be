package dev.aiusage.db;

import java.sql.SQLException;

/** The schema could not be brought up to date; what is there stays as it was. The message is one line for the operator. */
public abstract sealed class MigrationFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private MigrationFailed(String message, Throwable cause) {
        super(message, cause);
    }

    /** The database does not answer, or does not let this login in. */
    public static final class Unreachable extends MigrationFailed {
        private static final long serialVersionUID = 1L;

        Unreachable(Throwable cause) {
            super("the database can't be reached for its migrations: " + firstLine(databaseCause(cause)), cause);
        }
    }

    /** The login lacks a right that only the database's owner can give. */
    public static final class NotAllowed extends MigrationFailed {
        private static final long serialVersionUID = 1L;

        private final String ownerSql;

        NotAllowed(String ownerSql, Throwable cause) {
            super("this login may not migrate; let the database's owner run: " + ownerSql, cause);
            this.ownerSql = ownerSql;
        }

        /** What the owner has to run, in one line. */
        public String ownerSql() {
            return ownerSql;
        }
    }

    /** A migration failed, or the schema is not what earlier migrations left. */
    public static final class Broken extends MigrationFailed {
        private static final long serialVersionUID = 1L;

        Broken(Throwable cause) {
            super("a migration failed: " + firstLine(cause), cause);
        }
    }

    /** What the database or its driver said: those who passed it on only know that they got no connection. */
    private static Throwable databaseCause(Throwable failed) {
        var deepest = failed;
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                deepest = cause;
            }
        }
        return deepest;
    }

    private static String firstLine(Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        return message.lines().filter(line -> !line.isBlank()).findFirst().orElse(message);
    }
}
