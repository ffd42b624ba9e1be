package dev.aiusage.persistence.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.aiusage.db.Migrations;
import dev.aiusage.persistence.Storage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * One PostgreSQL for all tests of a run. The service's login is what it should be in production: no superuser, no owner, without
 * rights of its own. The session's zone is neither UTC nor the JVM's.
 */
final class TestServer {

    static final String SCHEMA = "public";
    static final String LOGIN = "ai_usage_service";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();
    private static final DataSource SERVICE = migrated();

    private TestServer() {}

    static Storage storage() {
        return storage(SERVICE, SCHEMA, superuser());
    }

    static Storage storage(DataSource dataSource, String schema) {
        return storage(dataSource, schema, dataSource);
    }

    /** With an owner who reads the trail, which the service itself can't. */
    static Storage storage(DataSource dataSource, String schema, DataSource owner) {
        var transactions = new UserTransactions(dataSource, schema);
        return new Storage(
                new PostgresIntegrations(transactions),
                new PostgresUsageEvents(transactions),
                new PostgresTelemetrySums(transactions),
                new PostgresUsageMetrics(transactions),
                new PostgresLogMarks(transactions),
                new Storage.Access(
                        new PostgresUsers(transactions),
                        new PostgresSyncRuns(transactions),
                        new PostgresSyncedDays(transactions),
                        new PostgresIngestTokens(transactions),
                        new PostgresDevices(transactions),
                        new PostgresStoredKeys(transactions),
                        new PostgresAuditTrail(transactions),
                        () -> AuditTrailReader.read(owner, schema)),
                new Storage.Told(new PostgresEnteredDays(transactions), new PostgresScreenshotDrafts(transactions)));
    }

    /** The pool of the service's login on the migrated database. */
    static DataSource service() {
        return SERVICE;
    }

    static DataSource superuser() {
        return SERVER.getPostgresDatabase();
    }

    /** A database without anything in it. */
    static String newDatabase() {
        var name = "test_" + DATABASES.incrementAndGet();
        execute(superuser(), "create database " + name);
        return name;
    }

    static DataSource login(String user, String database) {
        return SERVER.getDatabase(user, database);
    }

    static void execute(DataSource dataSource, String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    static HikariDataSource pool(DataSource dataSource) {
        var config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(10);
        return new HikariDataSource(config);
    }

    private static DataSource migrated() {
        execute(superuser(), "create role " + LOGIN + " login noinherit");
        Migrations.of(superuser(), SCHEMA).forLogin(LOGIN).run();
        return pool(login(LOGIN, "postgres"));
    }

    private static EmbeddedPostgres start() {
        try {
            return Servers.builder().start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
