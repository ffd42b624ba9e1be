package dev.aiusage.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.aiusage.server.embedded.Login;
import dev.aiusage.server.settings.DatabaseUrl;

/** Pools of connections to PostgreSQL. */
final class Pools {

    private static final int SERVICE_CONNECTIONS = 10;
    private static final int OWNER_CONNECTIONS = 2;
    private static final long CONNECT_MILLIS = 5_000;

    /** At the start, a server that this process has just started is there: only a machine that is busy lets it wait. */
    private static final long FIRST_CONNECT_TO_OWN_MILLIS = 60_000;

    private Pools() {}

    static HikariDataSource service(DatabaseUrl url) {
        return pool("service", SERVICE_CONNECTIONS, CONNECT_MILLIS, url.jdbcUrl(), loginOf(url));
    }

    /** Of the embedded server. */
    static HikariDataSource service(String jdbcUrl, Login login) {
        return pool("service", SERVICE_CONNECTIONS, CONNECT_MILLIS, jdbcUrl, login);
    }

    /** For migrations, so as few connections as these need. */
    static HikariDataSource owner(DatabaseUrl url) {
        return pool("owner", OWNER_CONNECTIONS, CONNECT_MILLIS, url.jdbcUrl(), loginOf(url));
    }

    /** The same for the embedded server. */
    static HikariDataSource owner(String jdbcUrl, Login login) {
        return pool("owner", OWNER_CONNECTIONS, FIRST_CONNECT_TO_OWN_MILLIS, jdbcUrl, login);
    }

    private static Login loginOf(DatabaseUrl url) {
        return new Login(url.user(), url.password());
    }

    /** Opens connections when they are needed, so that a database that is down shows where it can be told, in a request. */
    private static HikariDataSource pool(
            String name, int connections, long connectMillis, String jdbcUrl, Login login) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(jdbcUrl);
        if (!login.user().isEmpty()) {
            config.setUsername(login.user());
        }
        if (!login.password().isEmpty()) {
            config.setPassword(login.password());
        }
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(1, connections));
        config.setConnectionTimeout(connectMillis);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
