package dev.aiusage.server.embedded;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Statements under one login, each on a connection of its own. */
record Sql(Login login, String url) {

    static Sql as(Login login, String url) {
        return new Sql(login, url);
    }

    String ask(String question) {
        try (var connection = DriverManager.getConnection(url, login.user(), login.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return String.valueOf(row.getString(1));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void execute(String statements) {
        try (var connection = DriverManager.getConnection(url, login.user(), login.password());
                var statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
