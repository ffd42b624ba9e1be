package dev.aiusage.persistence.encryption;

import static dev.aiusage.persistence.encryption.Keys.ANNA;
import static dev.aiusage.persistence.encryption.Keys.BEN;
import static dev.aiusage.persistence.encryption.Keys.COPILOT;
import static dev.aiusage.persistence.encryption.Keys.CURSOR;
import static dev.aiusage.persistence.encryption.Keys.SECRET;
import static dev.aiusage.persistence.encryption.Keys.base64;
import static dev.aiusage.persistence.encryption.Keys.entry;
import static dev.aiusage.persistence.encryption.Keys.opened;
import static dev.aiusage.persistence.encryption.Keys.unreadable;
import static dev.aiusage.persistence.encryption.Keys.vault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.application.integrations.UnreadableKey;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.user.UserId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class TinkKeyVaultTest {

    private final TinkKeyVault vault = vault(entry("new"), entry("old"));

    @Test
    void what_is_sealed_opens_for_its_own_integration() {
        assertThat(vault.open(vault.seal(SECRET, ANNA, CURSOR), ANNA, CURSOR)).isEqualTo(opened(SECRET));
    }

    @Test
    void a_sealed_key_is_printable_and_names_the_first_key() {
        var sealed = vault.seal(SECRET, ANNA, CURSOR);

        assertThat(sealed.text()).matches("v1\\.new\\.[A-Za-z0-9_-]{80}\\.[A-Za-z0-9_-]+");
        assertThat(vault.nameOf(sealed)).contains(new KeyName("new"));
        assertThat(vault.current()).isEqualTo(new KeyName("new"));
        assertThat(vault.isCurrent(sealed)).isTrue();
    }

    @Test
    void the_same_secret_sealed_twice_shares_no_part() {
        var first = vault.seal(SECRET, ANNA, CURSOR).text().split("\\.", -1);
        var second = vault.seal(SECRET, ANNA, CURSOR).text().split("\\.", -1);

        assertThat(first[2]).isNotEqualTo(second[2]);
        assertThat(first[3]).isNotEqualTo(second[3]);
    }

    @Test
    void a_copy_in_another_row_does_not_open() {
        var sealed = vault.seal(SECRET, ANNA, CURSOR);

        assertThat(vault.open(sealed, BEN, CURSOR)).isEqualTo(unreadable(UnreadableKey.DAMAGED));
        assertThat(vault.open(sealed, ANNA, COPILOT)).isEqualTo(unreadable(UnreadableKey.DAMAGED));
        assertThat(vault.open(sealed, new UserId(CURSOR.value()), new IntegrationId(ANNA.value())))
                .isEqualTo(unreadable(UnreadableKey.DAMAGED));
    }

    @Test
    void the_ciphertext_of_one_row_does_not_open_with_the_data_key_of_another() {
        var own = vault.seal(SECRET, ANNA, CURSOR).text().split("\\.", -1);
        var other = vault.seal(SECRET, ANNA, CURSOR).text().split("\\.", -1);
        var mixed = new SealedKey(String.join(".", own[0], own[1], own[2], other[3]));

        assertThat(vault.open(mixed, ANNA, CURSOR)).isEqualTo(unreadable(UnreadableKey.DAMAGED));
    }

    @Test
    void any_key_of_the_list_opens() {
        var sealed = vault(entry("old")).seal(SECRET, ANNA, CURSOR);

        assertThat(vault.open(sealed, ANNA, CURSOR)).isEqualTo(opened(SECRET));
        assertThat(vault.knows(new KeyName("old"))).isTrue();
        assertThat(vault.isCurrent(sealed)).isFalse();
    }

    @Test
    void a_key_that_is_not_set_is_told_by_its_name() {
        var sealed = vault(entry("lost")).seal(SECRET, ANNA, CURSOR);

        assertThat(vault.open(sealed, ANNA, CURSOR)).isEqualTo(unreadable(UnreadableKey.UNKNOWN_KEY));
        assertThat(vault.nameOf(sealed)).contains(new KeyName("lost"));
        assertThat(vault.knows(new KeyName("lost"))).isFalse();
    }

    @Test
    void another_key_under_the_same_name_does_not_open() {
        var sealed = vault("new:" + base64("another")).seal(SECRET, ANNA, CURSOR);

        assertThat(vault.open(sealed, ANNA, CURSOR)).isEqualTo(unreadable(UnreadableKey.DAMAGED));
    }

    @Test
    void the_name_in_a_row_can_not_be_exchanged() {
        var sealed = vault.seal(SECRET, ANNA, CURSOR).text();

        assertThat(vault.open(new SealedKey(sealed.replace("v1.new.", "v1.old.")), ANNA, CURSOR))
                .isEqualTo(unreadable(UnreadableKey.DAMAGED));
        assertThat(vault("renamed:" + base64("new"))
                        .open(new SealedKey(sealed.replace("v1.new.", "v1.renamed.")), ANNA, CURSOR))
                .isEqualTo(unreadable(UnreadableKey.DAMAGED));
    }

    @Test
    void a_single_key_without_a_name_can_become_the_old_one_of_a_list() {
        var sealed = TinkKeyVault.with(EncryptionKeys.single(base64("first"))).seal(SECRET, ANNA, CURSOR);

        var later = vault(entry("second"), "default:" + base64("first"));

        assertThat(later.open(sealed, ANNA, CURSOR)).isEqualTo(opened(SECRET));
    }

    @Test
    void any_text_of_any_script_is_kept_to_the_letter() {
        var random = new Random(3);
        for (var round = 0; round < 300; round++) {
            var secret = new Secret(unicode(random, round < 10 ? 10_000 : 1 + random.nextInt(200)));
            var user = new UserId(new UUID(random.nextLong(), random.nextLong()));
            var integration = new IntegrationId(new UUID(random.nextLong(), random.nextLong()));

            assertThat(vault.open(vault.seal(secret, user, integration), user, integration))
                    .isEqualTo(opened(secret));
        }
    }

    @Test
    void half_a_character_is_refused_instead_of_being_replaced() {
        assertThatThrownBy(() -> vault.seal(new Secret("sk-vendor-\ud800-rest"), ANNA, CURSOR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a secret can't hold half a character")
                .hasStackTraceContaining("Input length = 1")
                .message()
                .doesNotContain("vendor");
    }

    @Test
    void many_threads_share_one_vault() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var work = new ArrayList<Callable<String>>();
            for (var number = 0; number < 400; number++) {
                var secret = new Secret("secret number " + number);
                work.add(() -> {
                    var sealed = vault.seal(secret, ANNA, CURSOR);
                    assertThat(vault.open(sealed, ANNA, CURSOR)).isEqualTo(opened(secret));
                    return sealed.text();
                });
            }
            var texts = new HashSet<String>();
            for (var done : threads.invokeAll(work)) {
                texts.add(done.get());
            }
            assertThat(texts).hasSize(400);
        } finally {
            threads.shutdownNow();
        }
    }

    private static String unicode(Random random, int length) {
        return random.ints(0, Character.MAX_CODE_POINT + 1)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .limit(length)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
