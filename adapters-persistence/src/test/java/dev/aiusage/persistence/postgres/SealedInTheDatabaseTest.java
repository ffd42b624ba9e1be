package dev.aiusage.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.integrations.ChangeIntegration;
import dev.aiusage.application.integrations.ChangeIntegrationService;
import dev.aiusage.application.integrations.ConnectIntegrationService;
import dev.aiusage.application.integrations.IntegrationChange;
import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.application.integrations.KeyVault;
import dev.aiusage.application.integrations.ListIntegrationsService;
import dev.aiusage.application.integrations.NewConnection;
import dev.aiusage.application.integrations.OpenedKey;
import dev.aiusage.application.integrations.QueuedSyncs;
import dev.aiusage.application.integrations.UnreadableKey;
import dev.aiusage.application.integrations.VendorKeys;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationStatus;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.persistence.Storage;
import dev.aiusage.persistence.encryption.EncryptionKeys;
import dev.aiusage.persistence.encryption.TinkKeyVault;
import dev.aiusage.persistence.memory.InMemorySyncSchedule;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Vendors' keys on their whole way through the real vault and the real database. */
final class SealedInTheDatabaseTest {

    private static final Clock CLOCK = Clock.fixed(Storage.NOON, ZoneOffset.UTC);
    private static final Secret KEY = new Secret("crsr_needle_in_a_haystack");
    private static final Secret OTHER_KEY = new Secret("crsr_another_needle_in_it");

    private final Storage storage = TestServer.storage();
    private final KeyVault vault = TinkKeyVault.with(EncryptionKeys.random(new KeyName("test")));
    private final VendorKeys keys = new VendorKeys(storage.integrations(), vault);
    private final UserId anna = new UserId(UUID.randomUUID());
    private final UserId ben = new UserId(UUID.randomUUID());

    @Test
    void a_key_opens_for_the_integration_that_it_was_connected_with() {
        var held = connected(anna, "");

        assertThat(keys.open(anna, held.id())).isEqualTo(new OpenedKey.Opened(KEY));
        assertThat(status(held)).isEqualTo(IntegrationStatus.ACTIVE);
    }

    @Test
    void a_ciphertext_copied_to_another_row_opens_nowhere_and_disturbs_nobody() {
        var first = connected(anna, "");
        var second = connected(anna, "second");
        var bens = connected(ben, "");
        copy(first, second);
        copy(first, bens);

        assertUnreadable(anna, second, UnreadableKey.DAMAGED);
        assertUnreadable(ben, bens, UnreadableKey.DAMAGED);

        assertThat(keys.open(anna, first.id())).isEqualTo(new OpenedKey.Opened(KEY));
        assertThat(status(first)).isEqualTo(IntegrationStatus.ACTIVE);
    }

    @Test
    void a_damaged_ciphertext_is_told_on_its_integration_and_another_key_mends_it() {
        var held = connected(anna, "");
        set(held, "reverse(encrypted_api_key)");
        assertUnreadable(anna, held, UnreadableKey.NOT_SEALED);

        var changed = changes().change(anna, held.id(), List.of(new IntegrationChange.NewKey(OTHER_KEY)));

        assertThat(changed.integration().connection().status()).isEqualTo(IntegrationStatus.ACTIVE);
        assertThat(keys.open(anna, held.id())).isEqualTo(new OpenedKey.Opened(OTHER_KEY));
    }

    @Test
    void one_flipped_character_is_seen() {
        var held = connected(anna, "");
        set(
                held,
                "left(encrypted_api_key, -8) || case left(right(encrypted_api_key, 8), 1) when 'A' then 'B' else 'A' end"
                        + " || right(encrypted_api_key, 7)");

        assertThat(keys.open(anna, held.id())).isInstanceOf(OpenedKey.Unreadable.class);
        assertThat(status(held)).isEqualTo(IntegrationStatus.KEY_UNREADABLE);
    }

    @Test
    void a_missing_encryption_key_is_told_until_it_is_back() {
        var held = connected(anna, "");
        var without = TinkKeyVault.with(EncryptionKeys.random(new KeyName("other")));
        var wrong = TinkKeyVault.with(EncryptionKeys.random(new KeyName("test")));

        assertThat(new VendorKeys(storage.integrations(), without).open(anna, held.id()))
                .isEqualTo(new OpenedKey.Unreadable(UnreadableKey.UNKNOWN_KEY));
        assertThat(status(held)).isEqualTo(IntegrationStatus.KEY_UNREADABLE);
        assertThat(new VendorKeys(storage.integrations(), wrong).open(anna, held.id()))
                .isEqualTo(new OpenedKey.Unreadable(UnreadableKey.DAMAGED));

        assertThat(keys.open(anna, held.id())).isEqualTo(new OpenedKey.Opened(KEY));
        assertThat(status(held)).isEqualTo(IntegrationStatus.ACTIVE);
    }

    @Test
    void no_table_holds_any_text_of_a_key() {
        var held = connected(anna, "");
        changes().change(anna, held.id(), List.of(new IntegrationChange.NewKey(OTHER_KEY)));

        var dump = dump();

        assertThat(dump).contains(held.id().toString(), anna.toString(), "integration_key_replaced");
        for (var key : List.of(KEY, OTHER_KEY)) {
            var bytes = key.reveal().getBytes(StandardCharsets.UTF_8);
            assertThat(dump)
                    .doesNotContain(key.reveal(), HexFormat.of().formatHex(bytes))
                    .doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        assertThat(dump).doesNotContain("needle");
    }

    private ChangeIntegration changes() {
        var list = new ListIntegrationsService(
                storage.integrations(), storage.access().runs(), new InMemorySyncSchedule());
        return new ChangeIntegrationService(storage.integrations(), vault, queued(), list, CLOCK);
    }

    private QueuedSyncs queued() {
        return new QueuedSyncs(storage.access().runs(), new InMemorySyncSchedule());
    }

    private Integration connected(UserId user, String account) {
        return new ConnectIntegrationService(
                        storage.integrations(), vault, queued(), (tool, key, scope) -> "all", CLOCK)
                .connect(new NewConnection(user, Tool.CURSOR, KEY, "", "", account))
                .integration();
    }

    private void assertUnreadable(UserId user, Integration held, UnreadableKey why) {
        assertThat(keys.open(user, held.id())).isEqualTo(new OpenedKey.Unreadable(why));
        assertThat(status(held)).isEqualTo(IntegrationStatus.KEY_UNREADABLE);
    }

    private IntegrationStatus status(Integration held) {
        return storage.integrations()
                .find(held.user(), held.id())
                .orElseThrow()
                .integration()
                .connection()
                .status();
    }

    private static void copy(Integration from, Integration to) {
        set(to, "(select encrypted_api_key from ai_tool_integrations where integration_id = '" + from.id() + "')");
    }

    private static void set(Integration held, String expression) {
        TestServer.execute(
                TestServer.superuser(),
                "update ai_tool_integrations set encrypted_api_key = " + expression + " where integration_id = '"
                        + held.id() + "'");
    }

    /** Every row of every table of the schema, as a dump would print it. */
    private static String dump() {
        var sql = DSL.using(TestServer.superuser(), SQLDialect.POSTGRES);
        var text = new StringBuilder();
        for (var table : sql.fetch("select tablename from pg_tables where schemaname = 'public'")
                .getValues(0, String.class)) {
            sql.resultQuery("select t::text from {0} as t", DSL.name("public", table))
                    .fetch(0, String.class)
                    .forEach(row -> text.append(row).append('\n'));
        }
        return text.toString();
    }
}
