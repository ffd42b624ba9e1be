package dev.aiusage.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.aiusage.AiUsage;
import dev.aiusage.domain.series.Grouping;
import dev.aiusage.domain.time.Interval;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.server.embedded.EmbeddedPostgres;
import dev.aiusage.server.embedded.Home;
import dev.aiusage.server.embedded.HomeLock;
import dev.aiusage.server.embedded.Login;
import dev.aiusage.testing.Transcript;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The host's database is one of its own; here the embedded one plays it. */
@Isolated("looks at all threads")
class DataSourceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    private static Path directory;

    private static HomeLock lock;
    private static EmbeddedPostgres server;
    private static HikariDataSource owner;
    private static HikariDataSource service;

    @BeforeAll
    static void start_the_database_of_the_host() {
        lock = Home.at(directory.resolve("home")).lock();
        server = EmbeddedPostgres.open(lock);
        owner = pool(server.superuser());
        service = pool(server.service());
    }

    @AfterAll
    static void stop_it() {
        List.of(service, owner).forEach(HikariDataSource::close);
        server.close();
        lock.close();
    }

    @Test
    void one_login_is_enough_and_the_tables_are_made() {
        try (var usage = AiUsage.builder()
                .dataSource(owner)
                .schema("one_login")
                .clock(CLOCK)
                .build()) {
            var host = new Host(usage, someone());

            host.bring(Transcript.of("one-login", 4, NOW));

            assertThat(host.dashboard().totalInteractions()).isEqualTo(4);
            assertThat(usage.storageHealth().isReachable()).isTrue();
        }
    }

    @Test
    void what_one_assembly_kept_the_next_one_shows() {
        var user = someone();
        try (var usage = restricted("kept")) {
            new Host(usage, user).bring(Transcript.of("kept", 4, NOW));
        }

        try (var usage = restricted("kept")) {
            assertThat(new Host(usage, user).dashboard().totalInteractions()).isEqualTo(4);
        }
    }

    @Test
    void charts_show_what_the_dashboard_shows_in_any_zone() {
        var berlin = ZoneId.of("Europe/Berlin");
        try (var usage = restricted("charts")) {
            var host = new Host(usage, someone());
            host.bring(Transcript.of("shop", 4, Instant.parse("2026-11-23T23:02:00Z")));
            host.bring(Transcript.of("site", 3, NOW).in("/home/ada/code/site"));

            var days = host.series(Interval.DAY, Grouping.NONE, berlin)
                    .series()
                    .get(0)
                    .points()
                    .toList();
            var projects = host.series(Interval.WEEK, Grouping.PROJECT, berlin).series();

            assertThat(days.subList(88, 90))
                    .extracting(point -> point.measures().requests().count())
                    .containsExactly(Count.of(2), Count.of(5));
            assertThat(projects)
                    .extracting(
                            project -> project.name().text(),
                            project -> project.total().requests().count())
                    .containsExactly(tuple("shop", Count.of(4)), tuple("site", Count.of(3)));
            assertThat(host.dashboard(berlin).tools().get(0).totals())
                    .isEqualTo(host.series(Interval.MONTH, Grouping.TOOL, berlin)
                            .series()
                            .get(0)
                            .total());
        }
    }

    @Test
    void two_assemblies_on_one_database_keep_apart_by_schema() {
        var user = someone();
        try (var left = restricted("left_side");
                var right = restricted("right_side")) {
            new Host(left, user).bring(Transcript.of("left", 2, NOW));
            new Host(right, user).bring(Transcript.of("right", 5, NOW));

            assertThat(new Host(left, user).dashboard().totalInteractions()).isEqualTo(2);
            assertThat(new Host(right, user).dashboard().totalInteractions()).isEqualTo(5);
        }
    }

    @Test
    void two_imports_at_once_lose_nothing() {
        var user = someone();
        try (var one = restricted("at_once");
                var other = restricted("at_once")) {
            var imports = List.of(
                    CompletableFuture.runAsync(() -> new Host(one, user).bring(Transcript.of("at-once-a", 300, NOW))),
                    CompletableFuture.runAsync(() -> new Host(other, user).bring(Transcript.of("at-once-b", 300, NOW))),
                    CompletableFuture.runAsync(() -> new Host(one, user).bring(Transcript.of("at-once-b", 300, NOW))));
            imports.forEach(CompletableFuture::join);

            assertThat(new Host(one, user).dashboard().totalInteractions()).isEqualTo(600);
        }
    }

    @Test
    void closing_leaves_the_data_source_open_and_no_thread_behind() throws SQLException {
        try (var usage = restricted("closing")) {
            new Host(usage, someone()).dashboard();
        }
        var before = new HashSet<>(Thread.getAllStackTraces().keySet());

        try (var usage = restricted("closing")) {
            var host = new Host(usage, someone());
            host.bring(Transcript.of("closing", 50, NOW));
            host.dashboard();
        }

        assertThat(service.isClosed()).isFalse();
        try (var connection = service.getConnection()) {
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .allMatch(name -> name.startsWith("host-"), "only the host's own pool");
    }

    private static AiUsage restricted(String schema) {
        return AiUsage.builder()
                .dataSource(service)
                .migrations(owner, server.service().user())
                .schema(schema)
                .clock(CLOCK)
                .build();
    }

    private static UserId someone() {
        return new UserId(UUID.randomUUID());
    }

    private static HikariDataSource pool(Login login) {
        var config = new HikariConfig();
        config.setPoolName("host-" + login.user());
        config.setJdbcUrl(server.jdbcUrl());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(5);
        return new HikariDataSource(config);
    }
}
