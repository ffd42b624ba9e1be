package dev.aiusage.persistence.postgres;

import dev.aiusage.application.StorageUnavailable;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jooq.exception.DataAccessException;

/** Tells a database that is out of reach from a mistake of ours, in the words of the ports. */
final class StorageFailures {

    /** Connections; conflicts with others; resources; shutdown and timeout; a standby that can only read. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

    private static final String STANDBY_ONLY_READS = "25006";
    private static final String OUT_OF_RANGE = "22003";

    private StorageFailures() {}

    static RuntimeException of(DataAccessException failed) {
        var cause = failed.getCause(SQLException.class);
        return cause == null ? new IllegalStateException("the storage failed", failed) : of(cause);
    }

    static RuntimeException of(SQLException failed) {
        var state = String.valueOf(failed.getSQLState());
        if (state.equals(OUT_OF_RANGE)) {
            var tooLarge = new ArithmeticException("a sum is too large to be kept");
            tooLarge.initCause(failed);
            return tooLarge;
        }
        if (isPassing(failed, state)) {
            return new StorageUnavailable("the database does not answer: " + failed.getMessage(), failed);
        }
        return new IllegalStateException("the database refused: " + failed.getMessage(), failed);
    }

    private static boolean isPassing(SQLException failed, String state) {
        return failed instanceof SQLTransientConnectionException
                || failed instanceof SQLNonTransientConnectionException
                || failed instanceof SQLRecoverableException
                || state.equals(STANDBY_ONLY_READS)
                || (state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2)));
    }
}
