package dev.aiusage.persistence.postgres;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.domain.user.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * The one place that opens a transaction. Each begins by taking on the role and the claims of one user, for this transaction
 * alone, so that the row-level policies hold and a pooler may give the connection to anybody afterwards.
 */
public final class UserTransactions {

    /** Beside the user: short statements whose estimated cost grows with the table are not worth compiling. */
    private static final String BECOME_USER =
            "select set_config('role', 'authenticated', true), set_config('request.jwt.claims', ?, true),"
                    + " set_config('jit', 'off', true)";

    private static final String GENERATED_SCHEMA = "public";

    private enum Access {
        READ_WRITE(""),
        /** Said to the transaction and not to the connection, which would tell the session. */
        ONE_MOMENT("set transaction isolation level repeatable read, read only; ");

        private final String beginning;

        Access(String beginning) {
            this.beginning = beginning;
        }
    }

    private final DataSource dataSource;
    private final Settings settings;

    public UserTransactions(DataSource dataSource, String schema) {
        this.dataSource = dataSource;
        this.settings = new Settings()
                .withExecuteLogging(false)
                .withRenderMapping(new RenderMapping()
                        .withSchemata(
                                new MappedSchema().withInput(GENERATED_SCHEMA).withOutput(schema)));
    }

    /** All that the work changes is kept when this returns, and nothing of it when this throws. */
    <T> T write(UserId user, Function<DSLContext, T> work) {
        return run(Access.READ_WRITE, user, work);
    }

    /** All statements of the work see the same moment. */
    <T> T read(UserId user, Function<DSLContext, T> work) {
        return run(Access.ONE_MOMENT, user, work);
    }

    private <T> T run(Access access, UserId user, Function<DSLContext, T> work) {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            try {
                become(user, access, connection);
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

    private static void become(UserId user, Access access, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(access.beginning + BECOME_USER)) {
            statement.setString(1, "{\"sub\":\"" + user + "\",\"role\":\"authenticated\"}");
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
