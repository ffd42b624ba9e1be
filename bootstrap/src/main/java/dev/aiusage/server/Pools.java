package dev.aiusage.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.aiusage.server.embedded.Login;
import dev.aiusage.server.settings.DatabaseUrl;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to PostgreSQL. */
final class Pools {

    private static final int CONNECTIONS = 10;
    private static final long CONNECT_MILLIS = 5_000;

    private Pools() {}

    static HikariDataSource of(DatabaseUrl url) {
        return of(url.jdbcUrl(), new Login(url.user(), url.password()));
    }

    /** Opens connections when they are needed, so that a database that is down shows where it can be told, in a request. */
    static HikariDataSource of(String jdbcUrl, Login login) {
        var config = new HikariConfig();
        config.setPoolName("ai-usage");
        config.setDataSource(single(jdbcUrl, login));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    static DataSource single(DatabaseUrl url) {
        return single(url.jdbcUrl(), new Login(url.user(), url.password()));
    }

    static DataSource single(String jdbcUrl, Login login) {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        if (!login.user().isEmpty()) {
            source.setUser(login.user());
        }
        if (!login.password().isEmpty()) {
            source.setPassword(login.password());
        }
        return source;
    }
}
