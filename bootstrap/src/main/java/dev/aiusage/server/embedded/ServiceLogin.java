package dev.aiusage.server.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database {@code ai_usage} and the role of that name, which may log in and no more until it is granted roles. */
final class ServiceLogin {

    static final String DATABASE = "ai_usage";

    private ServiceLogin() {}

    /** The password file is written last, so its presence says that role and database are there: a warm start asks nothing. */
    static Login prepare(JdbcUrl url, Login superuser, Passwords passwords) {
        return passwords.service().orElseGet(() -> {
            Login service = Passwords.newService();
            make(url, superuser, service);
            passwords.keepService(service);
            return service;
        });
    }

    private static void make(JdbcUrl url, Login superuser, Login service) {
        try (Connection connection =
                        DriverManager.getConnection(url.of("postgres"), superuser.user(), superuser.password());
                Statement statement = connection.createStatement()) {
            boolean hasRole = exists(connection, "select 1 from pg_roles where rolname = ?", service.user());
            statement.execute((hasRole ? "alter" : "create") + " role " + service.user()
                    + " login noinherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '"
                    + service.password() + "'");
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                statement.execute("create database " + DATABASE);
            }
            statement.execute("revoke all on database postgres, template1 from public");
        } catch (SQLException failed) {
            throw new EmbeddedFailure.ServerFailed("could not make the login of the service", failed);
        }
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(question)) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
