package dev.aiusage.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.integrations.KeyVault;
import dev.aiusage.application.integrations.OpenedKey;
import dev.aiusage.application.integrations.VendorKeys;
import dev.aiusage.application.rotation.RotateKeysService;
import dev.aiusage.application.rotation.RotationReport;
import dev.aiusage.db.Migrations;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.persistence.Storage;
import dev.aiusage.persistence.encryption.EncryptionKeys;
import dev.aiusage.persistence.encryption.TinkKeyVault;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The rotation of ten thousand keys by two instances, one of which is cut off, while keys are used and replaced. */
final class KeyRotationAcrossUsersTest {

    private static final int INTEGRATIONS = 10_000;
    private static final Clock CLOCK = Clock.fixed(Storage.NOON, ZoneOffset.UTC);
    private static final String OLD = "old:" + key(1);
    private static final String NEW = "new:" + key(2);

    private record Held(UserId user, UUID integration) {}

    /** What a killed process leaves: the batches that were whole. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void ten_thousand_keys_are_moved_while_they_are_used() throws Exception {
        var database = TestServer.newDatabase();
        var owner = TestServer.login("postgres", database);
        Migrations.of(owner, TestServer.SCHEMA).forLogin(TestServer.LOGIN).run();
        try (var pool = TestServer.pool(TestServer.login(TestServer.LOGIN, database))) {
            var storage = TestServer.storage(pool, TestServer.SCHEMA, owner);
            var before = TinkKeyVault.with(EncryptionKeys.parse(OLD));
            var held = fill(owner, before);

            var readers =
                    new VendorKeys(storage.integrations(), TinkKeyVault.with(EncryptionKeys.parse(NEW + "," + OLD)));
            var isOver = new AtomicBoolean();
            var executor = Executors.newFixedThreadPool(3);
            var using = executor.submit(() -> use(readers, held, isOver));
            try {
                var cutOff = executor.submit(() -> rotateUntilKilled(storage));
                var other = executor.submit(() -> rotate(storage));
                var reports = List.of(rotate(storage), other.get(120, TimeUnit.SECONDS));
                assertThat(cutOff.get(120, TimeUnit.SECONDS)).isPositive();
                assertThat(reports).allSatisfy(report -> {
                    assertThat(report.unreadable()).isZero();
                    assertThat(report.total()).isEqualTo(INTEGRATIONS);
                });
            } finally {
                isOver.set(true);
            }
            assertThat(using.get(60, TimeUnit.SECONDS)).isPositive();
            executor.shutdown();

            var after = TinkKeyVault.with(EncryptionKeys.parse(NEW));
            assertThat(service(storage, after).check().isSettled()).isTrue();
            var openers = new VendorKeys(storage.integrations(), after);
            for (var one : held.subList(0, 200)) {
                assertThat(open(openers, one)).isEqualTo(new OpenedKey.Opened(secret(one)));
            }
        }
    }

    private static RotationReport rotate(Storage storage) {
        return service(storage, TinkKeyVault.with(EncryptionKeys.parse(NEW + "," + OLD)))
                .rotate(soFar -> {});
    }

    private static long rotateUntilKilled(Storage storage) {
        var moved = new ArrayList<Long>();
        try {
            service(storage, TinkKeyVault.with(EncryptionKeys.parse(NEW + "," + OLD)))
                    .rotate(soFar -> {
                        moved.add(soFar.total());
                        // Batches that others hold at the moment are come back to, and don't count yet.
                        if (moved.size() >= 3 && soFar.total() > 0) {
                            throw new Killed();
                        }
                    });
        } catch (Killed killed) {
            return moved.get(moved.size() - 1);
        }
        throw new IllegalStateException("it was to be killed");
    }

    private static RotateKeysService service(Storage storage, KeyVault vault) {
        return new RotateKeysService(
                storage.access().keys(), vault, storage.access().audit(), CLOCK);
    }

    private static int use(VendorKeys keys, List<Held> held, AtomicBoolean isOver) {
        var random = new Random(7);
        var opened = 0;
        while (!isOver.get() || opened == 0) {
            var one = held.get(random.nextInt(held.size()));
            assertThat(open(keys, one)).isEqualTo(new OpenedKey.Opened(secret(one)));
            opened++;
        }
        return opened;
    }

    private static OpenedKey open(VendorKeys keys, Held one) {
        return keys.open(one.user, new IntegrationId(one.integration));
    }

    private static Secret secret(Held one) {
        return new Secret("crsr_" + one.integration);
    }

    /** As a superuser in one go: connecting ten thousand times is not what is looked at. */
    private static List<Held> fill(DataSource owner, KeyVault vault) throws SQLException {
        var held = IntStream.range(0, INTEGRATIONS)
                .mapToObj(number -> new Held(new UserId(UUID.randomUUID()), UUID.randomUUID()))
                .toList();
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (var users = connection.prepareStatement("insert into user_profiles (user_id) values (?)");
                    var integrations = connection.prepareStatement(
                            "insert into ai_tool_integrations (user_id, integration_id, tool_name, integration_method,"
                                    + " encrypted_api_key, key_hint) values (?, ?, ?, 'api', ?, '…')")) {
                for (var one : held) {
                    users.setObject(1, one.user.value());
                    users.addBatch();
                    integrations.setObject(1, one.user.value());
                    integrations.setObject(2, one.integration);
                    integrations.setString(3, Tool.CURSOR.slug());
                    integrations.setString(
                            4,
                            vault.seal(secret(one), one.user, new IntegrationId(one.integration))
                                    .text());
                    integrations.addBatch();
                }
                users.executeBatch();
                integrations.executeBatch();
            }
            connection.commit();
        }
        return held;
    }

    private static String key(int filling) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) filling);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
