package dev.aiusage.server.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.aiusage.AiUsage;
import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.application.integrations.NewConnection;
import dev.aiusage.application.integrations.OpenedKey;
import dev.aiusage.application.rotation.KeysInUse.Use;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.persistence.encryption.EncryptionKeys;
import dev.aiusage.testing.Patience;
import dev.aiusage.testing.Program;
import dev.aiusage.testing.SharedDatabase;
import dev.aiusage.testing.UserToken;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps by which an operator changes the encryption key of two instances while users go on working. */
class RotationUnderLoadTest {

    /** More than one batch of a rotation, so that it can be cut off between two; any more, where somebody has the time. */
    private static final int CONNECTED_BEFORE = Integer.getInteger("rotation.integrations", 560);

    private static final int OF_THE_LAST = 40;

    private static final int ENOUGH_REQUESTS = 200;

    private static final String OLD = "old:" + key(1);
    private static final String NEW = "new:" + key(2);
    private static final UserId FIRST = new UserId(UUID.fromString("00000000-0000-4000-8000-000000000000"));
    /** Whose keys a rotation reaches last. */
    private static final UserId LAST = new UserId(UUID.fromString("ffffffff-ffff-4fff-bfff-ffffffffffff"));

    @TempDir
    private Path directory;

    private SharedDatabase database;
    private HikariDataSource service;
    private HikariDataSource owner;
    private Program program;

    @BeforeEach
    void start_the_database() throws Exception {
        database = SharedDatabase.in(directory.resolve("shared"));
        service = database.pool(database.serviceUrl());
        owner = database.pool(database.ownerUrl());
        program = database.known(Program.in(directory))
                .with("AUTH_JWT_SECRET", UserToken.SECRET)
                .with("CURSOR_BASE_URL", "http://127.0.0.1:9");
    }

    @AfterEach
    void stop_it() {
        service.close();
        owner.close();
        database.close();
    }

    @Test
    void the_encryption_key_is_changed_and_no_request_fails() throws Exception {
        var before = connectBefore();
        try (var one = new Instance(with(OLD));
                var other = new Instance(with(OLD))) {
            var instances = List.of(one, other);
            var traffic = Traffic.begin(instances, 2);

            for (var keys : List.of(OLD + "," + NEW, NEW + "," + OLD)) {
                restart(instances, keys, traffic);
            }
            killARotationInTheMiddle();
            assertThat(keysInUse(NEW + "," + OLD)).extracting(Use::name).contains(name("old"), name("new"));
            var second = with(NEW + "," + OLD).run("rotate-keys");
            restart(instances, NEW, traffic);
            Patience.until("as many requests", () -> traffic.requests.get() > ENOUGH_REQUESTS);
            traffic.end();

            assertThat(second.status()).as(second.errors()).isZero();
            assertThat(second.output()).contains("Moved under \"new\": ").contains("Unreadable: 0.");
            assertThat(traffic.failures).isEmpty();
            assertThat(keysInUse(NEW)).extracting(Use::name).containsExactly(name("new"));
            assertAllOpen(before);
            assertThat(traffic.kept).isNotEmpty();
            assertAllOpen(traffic.kept);
            assertThat(count("attempt > 0"))
                    .as("synchronisations that had their turn meanwhile")
                    .isPositive();
            assertThat(count("error_code = 'key_unreadable'")).isZero();
        }
    }

    private long count(String condition) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from sync_runs where " + condition)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void restart(List<Instance> instances, String keys, Traffic traffic) throws Exception {
        for (var instance : instances) {
            instance.restartAs(with(keys));
            traffic.goOn();
        }
    }

    /** It has moved a batch, and waits for a row that somebody else holds. */
    private void killARotationInTheMiddle() throws IOException, SQLException, InterruptedException {
        try (var holder = owner.getConnection()) {
            holder.setAutoCommit(false);
            execute(holder, "select 1 from ai_tool_integrations where user_id = '" + LAST + "' for update");
            var rotation = with(NEW + "," + OLD).start("rotate-keys");
            while (!isAnybodyWaiting()) {
                assertThat(rotation.isAlive()).isTrue();
                Thread.sleep(20);
            }
            rotation.destroyForcibly().waitFor();
            holder.rollback();
        }
    }

    private boolean isAnybodyWaiting() throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and query like '%ai_tool_integrations%encrypted_api_key%')")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Map<UUID, Traffic.Kept> connectBefore() {
        try (var usage = library(OLD)) {
            return IntStream.range(0, CONNECTED_BEFORE)
                    .boxed()
                    .parallel()
                    .collect(Collectors.toMap(
                            number -> connect(usage, number), RotationUnderLoadTest::before, (same, none) -> same));
        }
    }

    private static UUID connect(AiUsage usage, int number) {
        var kept = before(number);
        var connection =
                new NewConnection(kept.user(), Tool.CURSOR, new Secret(kept.key()), "", "", "before-" + number);
        return usage.integrations()
                .connect()
                .connect(connection)
                .integration()
                .id()
                .value();
    }

    private static Traffic.Kept before(int number) {
        return new Traffic.Kept(number < CONNECTED_BEFORE - OF_THE_LAST ? FIRST : LAST, "crsr_before_" + number);
    }

    private List<Use> keysInUse(String keys) {
        try (var usage = library(keys)) {
            return usage.rotateKeys().check().uses();
        }
    }

    private void assertAllOpen(Map<UUID, Traffic.Kept> expected) {
        try (var usage = library(NEW)) {
            expected.forEach(
                    (id, kept) -> assertThat(usage.integrations().keys().open(kept.user(), new IntegrationId(id)))
                            .isEqualTo(new OpenedKey.Opened(new Secret(kept.key()))));
        }
    }

    private AiUsage library(String keys) {
        return AiUsage.builder()
                .dataSource(service)
                .migrations(owner, database.serviceLogin())
                .encryptionKeys(EncryptionKeys.parse(keys))
                .build();
    }

    private Program with(String keys) {
        return program.with("ENCRYPTION_KEYS", keys);
    }

    private static KeyName name(String text) {
        return new KeyName(text);
    }

    private static String key(int filling) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) filling);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
