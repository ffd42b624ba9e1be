package dev.aiusage.db;

import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a schema up to date, from an empty database or from any earlier version. Running it again changes nothing; several
 * instances may run it at once. The data source is the owner's; the service itself should log in as somebody else, whom
 * this makes a member of the roles that the row-level policies speak of.
 */
public final class Migrations {

    private static final Pattern NAME = Pattern.compile("[^'\"\\\\$\\x00-\\x1f]{1,63}");

    private final DataSource owner;
    private final String schema;
    private final String login;

    private Migrations(DataSource owner, String schema, String login) {
        this.owner = owner;
        this.schema = schema;
        this.login = login;
    }

    /** Into this schema, which is made if it is missing. */
    public static Migrations of(DataSource owner, String schema) {
        return new Migrations(owner, checked("schema", schema), "");
    }

    /** And lets an existing login of this name use the schema under its policies. */
    public Migrations forLogin(String name) {
        return new Migrations(owner, schema, checked("login", name));
    }

    /**
     * Runs what has not run yet.
     *
     * @throws MigrationFailed if that is impossible; what is there stays as it was
     */
    public void run() {
        try {
            flyway().migrate();
        } catch (FlywayException failed) {
            throw failure(failed);
        }
    }

    private Flyway flyway() {
        return Flyway.configure(Migrations.class.getClassLoader())
                .loggers("slf4j")
                .dataSource(owner)
                .defaultSchema(schema)
                .placeholders(Map.of("schema", schema, "login", login))
                // A schema with other tables in it, as Supabase's public one, is no reason to stop.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }

    private MigrationFailed failure(FlywayException failed) {
        var state = sqlState(failed);
        if (state.startsWith("08") || state.startsWith("28") || state.startsWith("57P") || state.equals("3D000")) {
            return new MigrationFailed.Unreachable(failed);
        }
        if (state.equals("42501")) {
            return new OwnerStatements(schema, login)
                    .missing(owner)
                    .<MigrationFailed>map(sql -> new MigrationFailed.NotAllowed(sql, failed))
                    .orElseGet(() -> new MigrationFailed.Broken(failed));
        }
        return new MigrationFailed.Broken(failed);
    }

    private static String sqlState(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private static String checked(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a " + what + ": " + name);
        }
        return name;
    }
}
