package dev.aiusage.persistence.postgres;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.domain.user.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * The one place that opens a transaction. Each begins by taking on a role and the claims of one user, for this transaction
 * alone, so that the row-level policies hold and a pooler may give the connection to anybody afterwards.
 */
public final class UserTransactions {

    /**
     * Beside the role: short statements whose estimated cost grows with the table are not worth compiling. And no plan is kept: one
     * made while the tables were empty looks for each event among all of a user's, however many they have become.
     */
    private static final String BECOME =
            "select set_config('role', ?, true), set_config('request.jwt.claims', ?, true),"
                    + " set_config('jit', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)";

    private static final String USER = "authenticated";
    private static final String SERVICE = "service_role";

    private enum Access {
        READ_WRITE(""),
        /** Said to the transaction and not to the connection, which would tell the session. */
        ONE_MOMENT("set transaction isolation level repeatable read, read only; ");

        private final String beginning;

        Access(String beginning) {
            this.beginning = beginning;
        }
    }

    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private final DataSource dataSource;
    private final Settings settings;
    private final Semaphore places;

    public UserTransactions(DataSource dataSource, String schema) {
        this(dataSource, SchemaMapping.to(schema), UNBOUNDED);
    }

    private UserTransactions(DataSource dataSource, Settings settings, int places) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.places = new Semaphore(places, true);
    }

    /** The same for work in the background: more than so many at once wait here, and leave the other connections to people. */
    public UserTransactions atMost(int transactions) {
        return new UserTransactions(dataSource, settings, transactions);
    }

    /** All that the work changes is kept when this returns, and nothing of it when this throws. */
    <T> T write(UserId user, Function<DSLContext, T> work) {
        return run(Access.READ_WRITE, USER, claims(user), work);
    }

    /** All statements of the work see the same moment. */
    <T> T read(UserId user, Function<DSLContext, T> work) {
        return run(Access.ONE_MOMENT, USER, claims(user), work);
    }

    /** For the few things that belong to no user. The role of this work has no rights but those that they need. */
    <T> T acrossUsers(Function<DSLContext, T> work) {
        return run(Access.READ_WRITE, SERVICE, "{\"role\":\"" + SERVICE + "\"}", work);
    }

    /** Takes on the service's role for the rest of a user's transaction. */
    static void becomeService(DSLContext sql) {
        sql.execute("select set_config('role', {0}, true)", DSL.val(SERVICE));
    }

    private static String claims(UserId user) {
        return "{\"sub\":\"" + user + "\",\"role\":\"" + USER + "\"}";
    }

    private <T> T run(Access access, String role, String claims, Function<DSLContext, T> work) {
        try {
            places.acquire();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("interrupted while others were at the database", stopping);
        }
        try {
            return transaction(access, role, claims, work);
        } finally {
            places.release();
        }
    }

    private <T> T transaction(Access access, String role, String claims, Function<DSLContext, T> work) {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            try {
                become(role, claims, access, connection);
                var result = work.apply(DSL.using(connection, SQLDialect.POSTGRES, settings));
                connection.commit();
                connection.setAutoCommit(true);
                return result;
            } catch (SQLException | RuntimeException | Error failed) {
                undo(connection, failed);
                throw failed;
            }
        } catch (SQLException failed) {
            throw StorageFailures.of(failed);
        } catch (DataAccessException failed) {
            throw StorageFailures.of(failed);
        }
    }

    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException unreachable) {
            throw new StorageUnavailable("the database can't be reached: " + unreachable.getMessage(), unreachable);
        }
    }

    private static void become(String role, String claims, Access access, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(access.beginning + BECOME)) {
            statement.setString(1, role);
            statement.setString(2, claims);
            statement.execute();
        }
    }

    private static void undo(Connection connection, Throwable failed) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }
}
