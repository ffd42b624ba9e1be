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

    private Pools() {}

    static HikariDataSource service(DatabaseUrl url) {
        return service(url.jdbcUrl(), new Login(url.user(), url.password()));
    }

    static HikariDataSource service(String jdbcUrl, Login login) {
        return pool("service", SERVICE_CONNECTIONS, jdbcUrl, login);
    }

    static HikariDataSource owner(DatabaseUrl url) {
        return owner(url.jdbcUrl(), new Login(url.user(), url.password()));
    }

    /** For migrations, so as few connections as these need. */
    static HikariDataSource owner(String jdbcUrl, Login login) {
        return pool("owner", OWNER_CONNECTIONS, jdbcUrl, login);
    }

    /** Opens connections when they are needed, so that a database that is down shows where it can be told, in a request. */
    private static HikariDataSource pool(String name, int connections, String jdbcUrl, Login login) {
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
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
