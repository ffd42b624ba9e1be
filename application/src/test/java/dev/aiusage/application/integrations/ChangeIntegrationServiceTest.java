package dev.aiusage.application.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.application.integrations.IntegrationChange.NewAccount;
import dev.aiusage.application.integrations.IntegrationChange.NewKey;
import dev.aiusage.application.integrations.IntegrationChange.Pause;
import dev.aiusage.application.integrations.IntegrationChange.Resume;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.IntegrationStatus;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ChangeIntegrationServiceTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final UserId USER = UserId.LOCAL;
    private static final Secret KEY = new Secret("crsr_first_key_of_all");
    private static final Secret OTHER_KEY = new Secret("crsr_second_key_of_all");

    private final FakeIntegrations integrations = new FakeIntegrations();
    private final FakeKeyVault vault = new FakeKeyVault();
    private final FakeSyncRuns syncs = new FakeSyncRuns();
    private final FakeSyncSchedule schedule = new FakeSyncSchedule();
    private final QueuedSyncs queued = new QueuedSyncs(syncs, schedule);
    private final ListIntegrations list = new ListIntegrationsService(integrations, syncs, schedule);
    private final ChangeIntegration change = new ChangeIntegrationService(integrations, vault, queued, list, CLOCK);
    private final VendorKeys keys = new VendorKeys(integrations, vault);
    private final Integration held = connected("");

    private Integration connected(String account) {
        var connected = new ConnectIntegrationService(
                        integrations, vault, queued, ConnectIntegrationServiceTest.TRIAL, CLOCK)
                .connect(new NewConnection(USER, Tool.CURSOR, KEY, "", "", account))
                .integration();
        syncs.finish();
        schedule.turns.clear();
        return connected;
    }

    @Test
    void a_new_key_takes_the_others_place_and_makes_the_integration_active() {
        integrations.noteStatus(USER, held.id(), sealed(held), IntegrationStatus.INVALID_KEY, "refused");

        var shown = change.change(USER, held.id(), List.of(new NewKey(OTHER_KEY)));

        assertThat(shown.integration().connection().status()).isEqualTo(IntegrationStatus.ACTIVE);
        assertThat(shown.integration().connection().detail()).isEmpty();
        assertThat(shown.lastRun()).isPresent();
        assertThat(schedule.turns).containsEntry(held.id(), NOON);
        assertThat(keys.open(USER, held.id())).isEqualTo(new OpenedKey.Opened(OTHER_KEY));
        assertThat(integrations.trail).last().isEqualTo(entry(AuditAction.INTEGRATION_KEY_REPLACED));
    }

    @Test
    void pausing_queues_nothing_and_resuming_does() {
        var paused = change.change(USER, held.id(), List.of(new Pause()));
        var resumed = change.change(USER, held.id(), List.of(new Resume()));

        assertThat(paused.integration().connection().status()).isEqualTo(IntegrationStatus.PAUSED);
        assertThat(paused.lastRun()).isEmpty();
        assertThat(resumed.integration().connection().status()).isEqualTo(IntegrationStatus.ACTIVE);
        assertThat(resumed.lastRun()).isPresent();
        assertThat(integrations.trail)
                .endsWith(entry(AuditAction.INTEGRATION_PAUSED), entry(AuditAction.INTEGRATION_RESUMED));
    }

    @Test
    void a_new_key_and_a_pause_at_once_leave_it_paused_with_the_new_key() {
        var shown = change.change(USER, held.id(), List.of(new NewKey(OTHER_KEY), new Pause()));

        assertThat(shown.integration().connection().isActive()).isFalse();
        assertThat(keys.open(USER, held.id())).isEqualTo(new OpenedKey.Opened(OTHER_KEY));
    }

    @Test
    void another_account_is_fetched_anew() {
        integrations.noteSynced(USER, held.id(), NOON);

        var shown = change.change(USER, held.id(), List.of(new NewAccount(" Anna@X.org ")));

        assertThat(shown.integration().scope()).isEqualTo(new Scope("", "anna@x.org"));
        assertThat(shown.integration().lastSyncedAt()).isEmpty();
        assertThat(shown.lastRun()).isPresent();
    }

    @Test
    void an_account_that_another_integration_has_is_refused() {
        var annas = connected("anna");

        assertThatThrownBy(() -> change.change(USER, held.id(), List.of(new NewAccount("anna"))))
                .isInstanceOfSatisfying(
                        RequestRejected.AlreadyConnected.class,
                        refused -> assertThat(refused.existing()).isEqualTo(annas.id()));
    }

    @Test
    void a_wrong_key_changes_nothing() {
        assertThatThrownBy(() -> change.change(
                        USER, held.id(), List.of(new NewAccount("anna"), new NewKey(new Secret("ghp_abcdefgh")))))
                .isInstanceOf(RequestRejected.InvalidField.class);

        assertThat(integrations.of(USER)).containsExactly(held);
        assertThat(keys.open(USER, held.id())).isEqualTo(new OpenedKey.Opened(KEY));
        assertThat(integrations.trail).hasSize(1);
    }

    @Test
    void no_change_is_no_change() {
        assertThat(change.change(USER, held.id(), List.of()).integration()).isEqualTo(held);
        assertThat(integrations.trail).hasSize(1);
    }

    @Test
    void what_has_no_key_cant_be_changed() {
        var logs = integrations.open(USER, Tool.CODEX, IntegrationMethod.LOGS, Scope.EVERYTHING, NOON);

        assertThatThrownBy(() -> change.change(USER, logs.id(), List.of(new Pause())))
                .isInstanceOfSatisfying(
                        RequestRejected.InvalidField.class,
                        refused -> assertThat(refused.field()).isEqualTo("is_active"));
        assertThatThrownBy(() -> change.change(USER, logs.id(), List.of(new NewKey(KEY))))
                .isInstanceOfSatisfying(
                        RequestRejected.InvalidField.class,
                        refused -> assertThat(refused.field()).isEqualTo("api_key"));
        assertThatThrownBy(() -> change.change(USER, logs.id(), List.of(new NewAccount("anna"))))
                .isInstanceOfSatisfying(
                        RequestRejected.InvalidField.class,
                        refused -> assertThat(refused.field()).isEqualTo("account"));
    }

    @Test
    void unknown_and_strangers_ids_are_not_found() {
        var stranger = new UserId(UUID.randomUUID());
        var remove = new RemoveIntegrationService(integrations, CLOCK);

        assertThatThrownBy(() -> change.change(stranger, held.id(), List.of(new Pause())))
                .isInstanceOf(RequestRejected.NotFound.class);
        assertThatThrownBy(() -> change.change(USER, IntegrationId.random(), List.of()))
                .isInstanceOf(RequestRejected.NotFound.class);
        assertThatThrownBy(() -> remove.remove(stranger, held.id())).isInstanceOf(RequestRejected.NotFound.class);
        assertThat(integrations.of(USER)).containsExactly(held);
    }

    @Test
    void a_removed_one_is_gone_and_noted() {
        new RemoveIntegrationService(integrations, CLOCK).remove(USER, held.id());

        assertThat(list.of(USER)).isEmpty();
        assertThat(integrations.trail).last().isEqualTo(entry(AuditAction.INTEGRATION_REMOVED));
    }

    @Test
    void a_key_that_does_not_open_is_noted_on_its_integration_alone() {
        var other = connected("anna");
        integrations.tamper(held, sealed(other).text());

        assertThat(keys.open(USER, held.id())).isEqualTo(new OpenedKey.Unreadable(UnreadableKey.DAMAGED));
        assertThat(keys.open(USER, other.id())).isEqualTo(new OpenedKey.Opened(KEY));

        assertThat(status(held)).isEqualTo(IntegrationStatus.KEY_UNREADABLE);
        assertThat(status(other)).isEqualTo(IntegrationStatus.ACTIVE);
    }

    @Test
    void a_key_that_opens_again_is_noted_too() {
        vault.use("two");
        assertThat(keys.open(USER, held.id())).isEqualTo(new OpenedKey.Unreadable(UnreadableKey.UNKNOWN_KEY));
        assertThat(status(held)).isEqualTo(IntegrationStatus.KEY_UNREADABLE);

        vault.use("two", "one");
        keys.open(USER, held.id());

        assertThat(status(held)).isEqualTo(IntegrationStatus.ACTIVE);
    }

    @Test
    void resuming_with_a_key_that_does_not_open_says_so() {
        integrations.tamper(held, "rubbish");

        var shown = change.change(USER, held.id(), List.of(new Resume()));

        assertThat(shown.integration().connection().status()).isEqualTo(IntegrationStatus.KEY_UNREADABLE);
        assertThat(shown.integration().connection().detail()).contains("Enter the vendor's key again");
    }

    private IntegrationStatus status(Integration one) {
        return integrations
                .find(USER, one.id())
                .orElseThrow()
                .integration()
                .connection()
                .status();
    }

    private SealedKey sealed(Integration one) {
        return integrations.find(USER, one.id()).orElseThrow().key();
    }

    private AuditEntry entry(AuditAction action) {
        return AuditEntry.by(USER, action, held.id().value(), NOON);
    }
}
