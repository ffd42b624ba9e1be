package dev.aiusage.application.syncing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.SettableClock;
import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.application.integrations.FakeIntegrations;
import dev.aiusage.application.integrations.FakeSyncRuns;
import dev.aiusage.application.integrations.FakeSyncSchedule;
import dev.aiusage.application.integrations.KeyedIntegration;
import dev.aiusage.application.integrations.QueuedSyncs;
import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.domain.integration.Connection;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.IntegrationStatus;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.SyncStatus;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestSyncServiceTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final UserId USER = UserId.LOCAL;
    private static final SealedKey SEALED = new SealedKey("sealed");

    private final SettableClock clock = new SettableClock(NOON.toString());
    private final FakeIntegrations integrations = new FakeIntegrations();
    private final FakeSyncRuns runs = new FakeSyncRuns();
    private final FakeSyncSchedule schedule = new FakeSyncSchedule();
    private Runnable meanwhile = () -> {};
    private final RequestSync request = new RequestSyncService(
            integrations,
            runs,
            new QueuedSyncs(runs, schedule),
            condition -> {
                assertThat(condition.getAsBoolean()).isFalse();
                meanwhile.run();
            },
            clock);

    @Test
    void all_active_integrations_with_a_key_are_synchronised() {
        var one = connected("one");
        var other = connected("other");
        var paused = connected("paused");
        integrations.noteStatus(USER, paused, SEALED, IntegrationStatus.PAUSED, "");
        integrations.open(USER, Tool.CLAUDE_CODE, IntegrationMethod.LOGS, Scope.EVERYTHING, NOON);
        meanwhile = () -> runs.all.replaceAll(
                run -> run.begun(NOON).with(90, 5).ended(SyncStatus.SUCCEEDED, Optional.empty(), NOON));

        var shown = request.request(all());

        assertThat(shown)
                .extracting(
                        run -> run.run().integration(),
                        run -> run.run().status(),
                        run -> run.run().daysSynced())
                .containsExactlyInAnyOrder(
                        tuple(one, SyncStatus.SUCCEEDED, 90), tuple(other, SyncStatus.SUCCEEDED, 90));
        assertThat(schedule.turns).containsOnlyKeys(one, other);
    }

    @Test
    void what_is_not_done_in_time_is_shown_as_far_as_it_is() {
        var id = connected("");
        meanwhile = () -> runs.begin(USER, id, NOON);

        assertThat(request.request(of(id)))
                .singleElement()
                .satisfies(shown -> assertThat(shown.run().status()).isEqualTo(SyncStatus.RUNNING));
    }

    @Test
    void a_run_that_is_under_way_is_joined() {
        var id = connected("");
        var running = runs.begin(USER, id, NOON);

        var shown = request.request(of(id));

        assertThat(shown)
                .singleElement()
                .satisfies(run -> assertThat(run.run().id()).isEqualTo(running.id()));
    }

    @Test
    void one_that_is_to_be_tried_again_later_is_tried_now() {
        var id = connected("");
        runs.end(USER, runs.begin(USER, id, NOON).ended(SyncStatus.RETRY_SCHEDULED, Optional.empty(), NOON));
        schedule.turns.put(id, NOON.plus(Duration.ofMinutes(20)));

        var shown = request.request(of(id));

        assertThat(shown)
                .singleElement()
                .satisfies(run -> assertThat(run.run().status()).isEqualTo(SyncStatus.QUEUED));
        assertThat(schedule.turns).containsEntry(id, NOON);
        assertThat(runs.all).hasSize(1);
    }

    @Test
    void once_a_minute_is_enough() {
        var id = connected("");
        request.request(of(id));
        clock.advance(Duration.ofSeconds(18));

        assertThatThrownBy(() -> request.request(all()))
                .isInstanceOfSatisfying(
                        RequestRejected.TooSoon.class,
                        soon -> assertThat(soon.retryAfter()).isEqualTo(Duration.ofSeconds(42)));

        clock.advance(Duration.ofSeconds(42));
        assertThat(request.request(all())).hasSize(1);
    }

    @Test
    void days_can_be_asked_for_again() {
        var id = connected("");

        request.request(new AskedSync(
                USER,
                Optional.of(id),
                Optional.of(LocalDate.of(2026, 10, 1)),
                Optional.of(LocalDate.of(2026, 10, 31))));

        assertThat(runs.all.get(0).again())
                .hasValue(new DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)));
    }

    @Test
    void the_last_day_is_today_unless_said_otherwise() {
        var id = connected("");

        request.request(
                new AskedSync(USER, Optional.of(id), Optional.of(LocalDate.of(2026, 11, 20)), Optional.empty()));

        assertThat(runs.all.get(0).again().orElseThrow().to()).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @ParameterizedTest
    @CsvSource({
        ", 2026-11-20, from",
        "2019-12-31, 2020-01-05, from",
        "2026-11-20, 2026-11-25, to",
        "2026-11-20, 2026-11-19, to",
        "2025-11-23, 2026-11-24, from"
    })
    void impossible_days_are_refused_with_the_field(String from, String to, String field) {
        var id = connected("");
        var asked = new AskedSync(
                USER,
                Optional.of(id),
                Optional.ofNullable(from).map(LocalDate::parse),
                Optional.ofNullable(to).map(LocalDate::parse));

        assertThatThrownBy(() -> request.request(asked))
                .isInstanceOfSatisfying(
                        RequestRejected.InvalidField.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
        assertThat(runs.all).isEmpty();
    }

    @Test
    void only_an_active_integration_with_a_key_can_be_synchronised() {
        var paused = connected("paused");
        integrations.noteStatus(USER, paused, SEALED, IntegrationStatus.PAUSED, "");
        var logs = integrations.open(USER, Tool.CLAUDE_CODE, IntegrationMethod.LOGS, Scope.EVERYTHING, NOON);

        assertThatThrownBy(() -> request.request(of(paused))).isInstanceOf(RequestRejected.InvalidField.class);
        assertThatThrownBy(() -> request.request(of(logs.id()))).isInstanceOf(RequestRejected.InvalidField.class);
        assertThatThrownBy(() -> request.request(of(new IntegrationId(UUID.randomUUID()))))
                .isInstanceOf(RequestRejected.NotFound.class);
        assertThat(request.request(all())).isEmpty();
    }

    private IntegrationId connected(String organization) {
        var id = IntegrationId.random();
        var fresh = Integration.opened(id, USER, Tool.CURSOR, IntegrationMethod.API, new Scope(organization, ""), NOON)
                .with(Connection.by(new Secret("crsr_0123456789abcdef")));
        integrations.connect(
                new KeyedIntegration(fresh, SEALED),
                AuditEntry.by(USER, AuditAction.INTEGRATION_CONNECTED, id.value(), NOON));
        return id;
    }

    private static AskedSync all() {
        return new AskedSync(USER, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static AskedSync of(IntegrationId id) {
        return new AskedSync(USER, Optional.of(id), Optional.empty(), Optional.empty());
    }
}
