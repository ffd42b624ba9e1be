package dev.aiusage.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.aiusage.server.embedded.EmbeddedPostgres;
import dev.aiusage.server.embedded.Home;
import dev.aiusage.server.embedded.HomeLock;
import dev.aiusage.server.embedded.Login;
import java.net.URLEncoder;
import java.nio.file.Path;

/** A PostgreSQL that somebody runs for several instances, with a login for the service and one for its owner. */
public final class SharedDatabase implements AutoCloseable {

    private final HomeLock lock;
    private final EmbeddedPostgres server;

    private SharedDatabase(HomeLock lock) {
        this.lock = lock;
        this.server = EmbeddedPostgres.open(lock);
    }

    /** With the tables of the service, and nothing in them. */
    public static SharedDatabase in(Path directory) {
        return firstIn(SettledHome.in(directory));
    }

    static SharedDatabase firstIn(Path directory) {
        return new SharedDatabase(Home.at(directory).lock());
    }

    /** Settings of a service that works on this. */
    public Program known(Program program) {
        return program.with("DATABASE_URL", serviceUrl()).with("DATABASE_MIGRATION_URL", ownerUrl());
    }

    public String serviceUrl() {
        return url(server.service());
    }

    public String ownerUrl() {
        return url(server.superuser());
    }

    private String url(Login login) {
        return server.jdbcUrl() + "&user=" + login.user() + "&password=" + URLEncoder.encode(login.password(), UTF_8);
    }

    public String serviceLogin() {
        return server.service().user();
    }

    public HikariDataSource pool(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        server.close();
        lock.close();
    }
}
