package dev.aiusage.application.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.IntegrationStatus;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.SyncStatus;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectIntegrationServiceTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final UserId USER = UserId.LOCAL;
    private static final String KEY = "sk-ant-admin01-abcdefgh";

    /** Takes any key but those that hold "refused". */
    static final KeyTrial TRIAL = (tool, key, scope) -> {
        if (key.reveal().contains("refused")) {
            throw new RequestRejected.InvalidField("api_key", "is refused by the vendor");
        }
        return "the usage of " + scope.organization();
    };

    private final FakeIntegrations integrations = new FakeIntegrations();
    private final FakeKeyVault vault = new FakeKeyVault();
    private final FakeSyncSchedule schedule = new FakeSyncSchedule();
    private final ConnectIntegration connect = new ConnectIntegrationService(
            integrations,
            vault,
            new QueuedSyncs(new FakeSyncRuns(), schedule),
            TRIAL,
            Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void what_is_connected_is_kept_sealed_and_queued() {
        var shown =
                connect.connect(new NewConnection(USER, Tool.CLAUDE_CODE, new Secret(KEY), " Acme ", "", "Anna@X.org"));

        var held = shown.integration();
        assertThat(held.method()).isEqualTo(IntegrationMethod.API);
        assertThat(held.scope()).isEqualTo(new Scope("Acme", "anna@x.org"));
        assertThat(held.createdAt()).isEqualTo(NOON);
        assertThat(held.connection().status()).isEqualTo(IntegrationStatus.ACTIVE);
        assertThat(held.connection().keyHint()).isEqualTo("…efgh");
        assertThat(shown.lastRun())
                .hasValueSatisfying(run -> assertThat(run.status()).isEqualTo(SyncStatus.QUEUED));
        assertThat(integrations.of(USER)).containsExactly(held);
        assertThat(opened(held.id())).isEqualTo(new OpenedKey.Opened(new Secret(KEY)));
        assertThat(integrations.trail)
                .containsExactly(AuditEntry.by(
                        USER, AuditAction.INTEGRATION_CONNECTED, held.id().value(), NOON));
    }

    @Test
    void its_first_synchronisation_is_planned_for_this_moment() {
        var shown = connect(Tool.CURSOR, "crsr_0123456789");

        assertThat(schedule.turns).containsExactly(Map.entry(shown.integration().id(), NOON));
        assertThat(shown.nextTurn()).hasValue(NOON);
    }

    @Test
    void a_key_that_is_tried_first_is_kept_if_the_vendor_takes_it() {
        var tried = connect.connectTried(new NewConnection(USER, Tool.CLAUDE_CODE, new Secret(KEY), "Acme", "", ""));

        assertThat(tried.reach()).isEqualTo("the usage of Acme");
        assertThat(integrations.of(USER)).containsExactly(tried.shown().integration());
    }

    @Test
    void nothing_is_kept_of_a_key_that_the_vendor_refuses() {
        var asked = new NewConnection(USER, Tool.CURSOR, new Secret("crsr_refused_0123"), "", "", "");

        assertThatThrownBy(() -> connect.connectTried(asked)).isInstanceOf(RequestRejected.InvalidField.class);

        assertThat(integrations.of(USER)).isEmpty();
        assertThat(integrations.trail).isEmpty();
        assertThat(schedule.turns).isEmpty();
    }

    private OpenedKey opened(IntegrationId id) {
        return vault.open(integrations.find(USER, id).orElseThrow().key(), USER, id);
    }

    @Test
    void a_second_one_of_the_same_tool_organization_and_account_is_refused() {
        var first = connect(Tool.CURSOR, "crsr_0123456789").integration();

        assertThatThrownBy(() -> connect(Tool.CURSOR, "crsr_9876543210"))
                .isInstanceOfSatisfying(
                        RequestRejected.AlreadyConnected.class,
                        refused -> assertThat(refused.existing()).isEqualTo(first.id()));
    }

    @ParameterizedTest
    @CsvSource({
        "claude_code, sk-ant-admin01-abcdefgh",
        "claude_code, sk-ant-api03-abcdefgh",
        "claude_code, key_abcdefgh",
        "anthropic_api, whatever-it-is",
        "cursor, crsr_abcdefgh",
        "cursor, key_0123456789",
        "cursor, 12345678",
        "openai, sk-admin-abcdefgh",
        "openai, sk-abcdefgh",
        "openai, sk-proj-abcdefgh"
    })
    void what_could_be_a_key_is_taken(String tool, String key) {
        assertThat(connect(Tool.named(tool), key).integration().connection().hasKey())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghp_abcdefgh", "github_pat_abcdefgh", "gho_abcdefgh", "ghs_abcdefgh", "unknown-form"})
    void so_are_tokens_of_github_for_copilot(String key) {
        var asked = new NewConnection(USER, Tool.GITHUB_COPILOT, new Secret(key), "Acme-Corp", "", "");

        assertThat(connect.connect(asked).integration().scope()).isEqualTo(new Scope("acme-corp", ""));
    }

    @Test
    void blanks_around_a_key_come_from_copying() {
        var held = connect(Tool.CURSOR, "\n  crsr_abcdefgh \t\r\n").integration();

        assertThat(opened(held.id())).isEqualTo(new OpenedKey.Opened(new Secret("crsr_abcdefgh")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is missing",
                "'  ' | is missing",
                "abc | must have 8 to 4096 characters, not 3",
                "two words here | blanks",
                "Bearer sk-ant-admin01-abcdefgh | without \"Bearer\"",
                "sk-ant-adm\u00efn01-abc | printable ASCII",
                "sk-ant-…-abcdefgh | printable ASCII",
                "ghp_abcdefgh | looks like a key of GitHub, not of Anthropic; an organization's admin makes an Admin API key",
                "github_pat_abcdefgh | looks like a key of GitHub",
                "crsr_abcdefgh | looks like a key of Cursor",
                "sk-proj-abcdefgh | looks like a key of OpenAI",
                "aiu_abcdefgh | looks like an ingest token"
            })
    void what_cant_be_a_key_is_refused_with_a_hint_and_without_the_key(String key, String hint) {
        assertThatThrownBy(() -> connect(Tool.CLAUDE_CODE, key))
                .isInstanceOfSatisfying(
                        RequestRejected.InvalidField.class,
                        refused -> assertThat(refused.field()).isEqualTo("api_key"))
                .hasMessageContaining(hint)
                .message()
                .doesNotContain("abcdefgh");
        assertThat(integrations.of(USER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {4096, 4097})
    void no_key_is_endless(int length) {
        var key = "x".repeat(length);

        if (length == 4096) {
            assertThat(connect(Tool.CURSOR, key)).isNotNull();
        } else {
            assertThatThrownBy(() -> connect(Tool.CURSOR, key)).hasMessageContaining("not 4097");
        }
    }

    @Test
    void a_key_for_the_wrong_tool_is_told_where_the_right_one_is_made() {
        assertThatThrownBy(() -> connect(Tool.CURSOR, KEY)).hasMessageContaining("Cursor dashboard");
        assertThatThrownBy(() -> connect(Tool.OPENAI, KEY)).hasMessageContaining("sk-admin-");
        assertThatThrownBy(() ->
                        connect.connect(new NewConnection(USER, Tool.GITHUB_COPILOT, new Secret(KEY), "acme", "", "")))
                .hasMessageContaining("developer settings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"codex", "gemini_cli", "my_own_tool"})
    void tools_without_keys_are_refused_with_those_that_have_some(String tool) {
        assertThatThrownBy(() -> connect(new Tool(tool), "abcdefghijkl"))
                .isInstanceOf(RequestRejected.InvalidField.class)
                .hasMessageContaining("anthropic_api, claude_code, cursor, github_copilot, openai");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', organization, name one of them",
        "acme, acme, organization, name one of them",
        "ac me, '', organization, the name as it stands",
        "-acme, '', organization, the name as it stands",
        "'', a/b, enterprise, the name as it stands"
    })
    void github_needs_the_name_of_an_organization_or_an_enterprise(
            String organization, String enterprise, String field, String hint) {
        var asked =
                new NewConnection(USER, Tool.GITHUB_COPILOT, new Secret("ghp_abcdefgh"), organization, enterprise, "");

        assertThatThrownBy(() -> connect.connect(asked))
                .isInstanceOfSatisfying(
                        RequestRejected.InvalidField.class,
                        refused -> assertThat(refused.field()).isEqualTo(field))
                .hasMessageContaining(hint);
    }

    @Test
    void an_organization_and_an_enterprise_of_one_name_are_two() {
        connect.connect(new NewConnection(USER, Tool.GITHUB_COPILOT, new Secret("ghp_abcdefgh"), "acme", "", ""));
        connect.connect(new NewConnection(USER, Tool.GITHUB_COPILOT, new Secret("ghp_abcdefgh"), "", "acme", ""));

        assertThat(integrations.of(USER))
                .extracting(held -> held.scope().isEnterprise())
                .containsExactly(false, true);
    }

    @ParameterizedTest
    @CsvSource({
        "enterprise, '', acme, ''",
        "organization, a/b, '', ''",
        "account, '', '', 'a\u0000b'",
        "account, '', '', '\u0001'"
    })
    void other_scopes_are_refused_where_they_make_no_sense(
            String field, String organization, String enterprise, String account) {
        var asked =
                new NewConnection(USER, Tool.CURSOR, new Secret("crsr_abcdefgh"), organization, enterprise, account);

        assertThatThrownBy(() -> connect.connect(asked))
                .isInstanceOfSatisfying(
                        RequestRejected.InvalidField.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    @Test
    void a_name_that_small_letters_make_longer_is_measured_by_them() {
        var account = "\u0130".repeat(150);

        assertThatThrownBy(() -> connect.connect(
                        new NewConnection(USER, Tool.CURSOR, new Secret("crsr_abcdefgh"), "", "", account)))
                .isInstanceOf(RequestRejected.InvalidField.class)
                .hasMessageContaining("200 characters");
    }

    private ShownIntegration connect(Tool tool, String key) {
        return connect.connect(new NewConnection(USER, tool, new Secret(key), "", "", ""));
    }
}
