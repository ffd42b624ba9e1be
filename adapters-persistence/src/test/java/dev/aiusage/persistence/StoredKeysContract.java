package dev.aiusage.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.application.rotation.StoredKey;
import dev.aiusage.application.rotation.StoredKeys.Replacement;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public interface StoredKeysContract extends StorageContract {

    @Test
    default void keys_of_all_users_come_batch_by_batch_each_once_and_in_one_order() {
        var connected = IntStream.range(0, 7)
                .mapToObj(number -> connected("sealed " + number))
                .toList();
        storage().logs(someUser());

        var read = all();

        assertThat(read)
                .extracting(StoredKey::integration)
                .doesNotHaveDuplicates()
                .containsAll(connected.stream().map(Integration::id).toList());
        assertThat(read)
                .extracting(stored -> stored.user() + "/" + stored.integration())
                .isSorted();
        assertThat(read).extracting(StoredKey::key).doesNotContain(SealedKey.NONE);
    }

    @Test
    default void a_key_that_is_as_it_was_read_is_replaced() {
        var held = connected("before");
        var stored = stored(held, "before");

        var replaced = storage()
                .access()
                .keys()
                .replace(List.of(new Replacement(stored, stored.with(new SealedKey("after")))));

        assertThat(replaced).isEqualTo(1);
        assertThat(key(held)).isEqualTo("after");
        assertThat(storage().integrations().of(held.user())).containsExactly(held);
    }

    @Test
    default void a_key_that_was_changed_or_removed_meanwhile_stays_so() {
        var changed = connected("new");
        var removed = connected("old");
        var untouched = connected("old");
        storage()
                .integrations()
                .remove(
                        removed.user(),
                        removed.id(),
                        Storage.entry(removed.user(), AuditAction.INTEGRATION_REMOVED, "x"));

        var replaced = storage().access().keys().replace(List.of(moved(changed), moved(removed), moved(untouched)));

        assertThat(replaced).isEqualTo(1);
        assertThat(key(changed)).isEqualTo("new");
        assertThat(key(untouched)).isEqualTo("moved");
        assertThat(storage().integrations().of(removed.user())).isEmpty();
    }

    @Test
    default void many_who_replace_the_same_at_once_do_not_wait_in_a_circle() {
        var connected =
                IntStream.range(0, 50).mapToObj(number -> connected("old")).toList();

        var replaced = IntStream.range(0, 6)
                .parallel()
                .map(worker -> {
                    var mine = new ArrayList<>(
                            connected.stream().map(StoredKeysContract::moved).toList());
                    Collections.shuffle(mine, new Random(worker));
                    return storage().access().keys().replace(mine);
                })
                .sum();

        assertThat(replaced).isEqualTo(50);
    }

    @Test
    default void the_operator_leaves_a_trail_too() {
        var entry = AuditEntry.byOperator(AuditAction.KEYS_ROTATED, "key-" + someUser(), Storage.NOON);

        storage().access().audit().note(entry);

        assertThat(storage().access().trail().get()).contains(entry);
    }

    private List<StoredKey> all() {
        var read = new ArrayList<StoredKey>();
        for (var batch = next(Optional.empty()); !batch.isEmpty(); batch = next(last(read))) {
            read.addAll(batch);
        }
        return read;
    }

    private List<StoredKey> next(Optional<StoredKey> after) {
        return storage().access().keys().next(after, 3);
    }

    private static Optional<StoredKey> last(List<StoredKey> read) {
        return Optional.of(read.get(read.size() - 1));
    }

    private Integration connected(String sealed) {
        return storage().connected(someUser(), Scope.EVERYTHING, sealed);
    }

    private String key(Integration held) {
        return storage()
                .integrations()
                .find(held.user(), held.id())
                .orElseThrow()
                .key()
                .text();
    }

    private static StoredKey stored(Integration held, String sealed) {
        return new StoredKey(held.user(), held.id(), new SealedKey(sealed));
    }

    private static Replacement moved(Integration held) {
        return new Replacement(stored(held, "old"), stored(held, "moved"));
    }
}
