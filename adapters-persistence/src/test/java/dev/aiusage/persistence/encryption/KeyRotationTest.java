package dev.aiusage.persistence.encryption;

import static dev.aiusage.persistence.encryption.Keys.ANNA;
import static dev.aiusage.persistence.encryption.Keys.BEN;
import static dev.aiusage.persistence.encryption.Keys.CURSOR;
import static dev.aiusage.persistence.encryption.Keys.SECRET;
import static dev.aiusage.persistence.encryption.Keys.base64;
import static dev.aiusage.persistence.encryption.Keys.entry;
import static dev.aiusage.persistence.encryption.Keys.moved;
import static dev.aiusage.persistence.encryption.Keys.opened;
import static dev.aiusage.persistence.encryption.Keys.unreadable;
import static dev.aiusage.persistence.encryption.Keys.vault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.application.integrations.RewrappedKey;
import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.application.integrations.UnreadableKey;
import org.junit.jupiter.api.Test;

final class KeyRotationTest {

    private final TinkKeyVault before = vault(entry("old"));
    private final TinkKeyVault during = vault(entry("new"), entry("old"));
    private final TinkKeyVault after = vault(entry("new"));
    private final SealedKey sealed = before.seal(SECRET, ANNA, CURSOR);

    @Test
    void a_rewrapped_key_opens_without_the_old_key() {
        var rewrapped = moved(during.rewrap(sealed, ANNA, CURSOR));

        assertThat(after.open(rewrapped, ANNA, CURSOR)).isEqualTo(opened(SECRET));
        assertThat(after.nameOf(rewrapped)).contains(new KeyName("new"));
        assertThat(during.isCurrent(rewrapped)).isTrue();
    }

    @Test
    void the_old_key_alone_does_not_open_a_rewrapped_key() {
        var rewrapped = moved(during.rewrap(sealed, ANNA, CURSOR));

        assertThat(before.open(rewrapped, ANNA, CURSOR)).isEqualTo(unreadable(UnreadableKey.UNKNOWN_KEY));
        assertThat(vault("new:" + base64("old")).open(rewrapped, ANNA, CURSOR))
                .isEqualTo(unreadable(UnreadableKey.DAMAGED));
    }

    @Test
    void rewrapping_leaves_the_ciphertext_as_it_is() {
        var rewrapped = moved(during.rewrap(sealed, ANNA, CURSOR));

        assertThat(rewrapped.text().split("\\.", -1)[3]).isEqualTo(sealed.text().split("\\.", -1)[3]);
        assertThat(rewrapped.text().split("\\.", -1)[2])
                .isNotEqualTo(sealed.text().split("\\.", -1)[2]);
    }

    @Test
    void rewrapping_twice_has_nothing_to_do() {
        var rewrapped = moved(during.rewrap(sealed, ANNA, CURSOR));

        assertThat(during.rewrap(rewrapped, ANNA, CURSOR)).isEqualTo(new RewrappedKey.AlreadyCurrent());
    }

    @Test
    void a_key_can_move_through_many_keys() {
        var key = sealed;
        for (var number = 0; number < 5; number++) {
            var former = number == 0 ? entry("old") : entry("k" + (number - 1));
            key = moved(vault(entry("k" + number), former).rewrap(key, ANNA, CURSOR));
        }

        assertThat(vault(entry("k4")).open(key, ANNA, CURSOR)).isEqualTo(opened(SECRET));
    }

    @Test
    void a_key_of_another_row_is_not_moved() {
        assertThat(during.rewrap(sealed, BEN, CURSOR)).isEqualTo(new RewrappedKey.Unreadable(UnreadableKey.DAMAGED));
    }

    @Test
    void a_key_whose_old_key_is_missing_is_not_moved() {
        assertThat(after.rewrap(sealed, ANNA, CURSOR))
                .isEqualTo(new RewrappedKey.Unreadable(UnreadableKey.UNKNOWN_KEY));
        assertThat(after.rewrap(new SealedKey("rubbish"), ANNA, CURSOR))
                .isEqualTo(new RewrappedKey.Unreadable(UnreadableKey.NOT_SEALED));
    }

    @Test
    void instances_before_during_and_after_a_rotation_read_each_other() {
        var readable = vault(entry("old"), entry("new"));

        assertThat(readable.open(sealed, ANNA, CURSOR)).isEqualTo(opened(SECRET));
        assertThat(during.open(readable.seal(SECRET, ANNA, CURSOR), ANNA, CURSOR))
                .isEqualTo(opened(SECRET));
        assertThat(readable.open(during.seal(SECRET, ANNA, CURSOR), ANNA, CURSOR))
                .isEqualTo(opened(SECRET));
    }
}
