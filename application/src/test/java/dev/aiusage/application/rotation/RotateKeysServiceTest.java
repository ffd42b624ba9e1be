package dev.aiusage.application.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.application.integrations.FakeKeyVault;
import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.application.integrations.OpenedKey;
import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.application.rotation.KeysInUse.State;
import dev.aiusage.application.rotation.KeysInUse.Use;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RotateKeysServiceTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final KeyName ONE = new KeyName("one");
    private static final KeyName TWO = new KeyName("two");

    private final FakeKeyVault vault = new FakeKeyVault();
    private final StoredList stored = new StoredList();
    private final List<AuditEntry> trail = new ArrayList<>();
    private final RotateKeys rotate =
            new RotateKeysService(stored, vault, trail::add, Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void all_keys_are_moved_and_open_as_before() {
        add(1_234);
        vault.use("two", "one");
        var progress = new ArrayList<RotationReport>();

        var report = rotate.rotate(progress::add);

        assertThat(report).isEqualTo(new RotationReport(TWO, 1_234, 0, 0));
        assertThat(progress).extracting(RotationReport::total).containsExactly(500L, 1_000L, 1_234L);
        vault.use("two");
        assertThat(stored.keys).allSatisfy(key -> assertThat(opens(key)).isTrue());
        assertThat(trail).containsExactly(AuditEntry.byOperator(AuditAction.KEYS_ROTATED, "two", NOON));
    }

    @Test
    void a_second_run_finds_nothing_to_do() {
        add(3);
        vault.use("two", "one");
        rotate.rotate(progress -> {});

        assertThat(rotate.rotate(progress -> {})).isEqualTo(new RotationReport(TWO, 0, 3, 0));
    }

    @Test
    void what_cant_be_moved_is_counted_and_left_alone() {
        add(2);
        stored.keys.set(0, stored.keys.get(0).with(new SealedKey("rubbish")));
        vault.use("two", "one");

        assertThat(rotate.rotate(progress -> {})).isEqualTo(new RotationReport(TWO, 1, 0, 1));
        assertThat(stored.keys.get(0).key().text()).isEqualTo("rubbish");
    }

    @Test
    void a_key_that_is_changed_meanwhile_is_looked_at_again() {
        add(700);
        vault.use("two", "one");
        var changing = stored.keys.get(3);
        stored.meanwhile = () -> {
            vault.use("one");
            var fresh = vault.seal(new Secret("changed"), changing.user(), changing.integration());
            vault.use("two", "one");
            stored.keys.set(3, changing.with(fresh));
            stored.meanwhile = () -> {};
        };

        var report = rotate.rotate(progress -> {});

        assertThat(report).isEqualTo(new RotationReport(TWO, 700, 0, 0));
        assertThat(vault.nameOf(stored.keys.get(3).key())).hasValue(TWO);
        assertThat(vault.open(stored.keys.get(3).key(), changing.user(), changing.integration()))
                .isEqualTo(new OpenedKey.Opened(new Secret("changed")));
    }

    @Test
    void the_check_tells_which_keys_are_still_needed_and_changes_nothing() {
        add(2);
        vault.use("lost");
        add(1);
        vault.use("two");
        add(4);
        stored.keys.set(6, stored.keys.get(6).with(new SealedKey("rubbish")));
        vault.use("two", "one");
        var before = List.copyOf(stored.keys);

        var inUse = rotate.check();

        assertThat(inUse.newest()).isEqualTo(TWO);
        assertThat(inUse.uses())
                .containsExactly(
                        new Use(new KeyName("lost"), 1, State.MISSING),
                        new Use(ONE, 2, State.STILL_NEEDED),
                        new Use(TWO, 3, State.NEWEST));
        assertThat(inUse.notSealed()).isEqualTo(1);
        assertThat(inUse.isSettled()).isFalse();
        assertThat(stored.keys).isEqualTo(before);
    }

    @Test
    void after_a_rotation_only_the_newest_is_needed() {
        add(2);
        vault.use("two", "one");
        rotate.rotate(progress -> {});

        assertThat(rotate.check().isSettled()).isTrue();
    }

    private void add(int count) {
        for (var number = 0; number < count; number++) {
            var user = new UserId(UUID.randomUUID());
            var integration = IntegrationId.random();
            stored.keys.add(
                    new StoredKey(user, integration, vault.seal(new Secret("key " + number), user, integration)));
        }
    }

    private boolean opens(StoredKey key) {
        return vault.open(key.key(), key.user(), key.integration()) instanceof OpenedKey.Opened;
    }

    private static final class StoredList implements StoredKeys {

        final List<StoredKey> keys = new ArrayList<>();
        Runnable meanwhile = () -> {};

        @Override
        public List<StoredKey> next(Optional<StoredKey> after, int limit) {
            var from = after.map(last -> place(last) + 1).orElse(0);
            return List.copyOf(keys.subList(from, Math.min(keys.size(), from + limit)));
        }

        @Override
        public int replace(List<Replacement> replacements) {
            meanwhile.run();
            var replaced = 0;
            for (var replacement : replacements) {
                var place = keys.indexOf(replacement.before());
                if (place >= 0) {
                    keys.set(place, replacement.after());
                    replaced++;
                }
            }
            return replaced;
        }

        private int place(StoredKey one) {
            return keys.stream().map(StoredKey::integration).toList().indexOf(one.integration());
        }
    }
}
