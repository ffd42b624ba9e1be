package dev.aiusage.application.syncing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.SettableClock;
import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.application.integrations.FakeIntegrations;
import dev.aiusage.application.integrations.FakeKeyVault;
import dev.aiusage.application.integrations.FakeSyncRuns;
import dev.aiusage.application.integrations.KeyedIntegration;
import dev.aiusage.application.integrations.VendorKeys;
import dev.aiusage.domain.integration.Connection;
import dev.aiusage.domain.integration.DayState;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.IntegrationStatus;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.SyncError;
import dev.aiusage.domain.integration.SyncErrorCode;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.integration.SyncStatus;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SyncIntegrationTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final DateRange LAST_90 = DateRange.lastDays(90, TODAY);
    private static final UserId USER = UserId.LOCAL;

    private final SettableClock clock = new SettableClock(NOON.toString());
    private final FakeIntegrations integrations = new FakeIntegrations();
    private final FakeKeyVault vault = new FakeKeyVault();
    private final FakeSyncRuns runs = new FakeSyncRuns();
    private final FakeSyncedDays days = new FakeSyncedDays();
    private final FakeVendor vendor = new FakeVendor();
    private final List<RuntimeException> defects = new ArrayList<>();
    private final List<RuntimeException> failedTurns = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SyncIntegration sync = new SyncIntegration(
            integrations,
            new VendorKeys(integrations, vault),
            new UsageVendors(List.of(vendor)),
            runs,
            days,
            new SyncPace(new DailyTurns(LocalTime.MIDNIGHT, ZoneOffset.UTC), threads, 3, 1),
            new SyncJournal() {
                @Override
                public void ended(SyncRun run) {}

                @Override
                public void failedInHere(SyncRun run, RuntimeException defect) {
                    defects.add(defect);
                }

                @Override
                public void turnFailed(IntegrationId integration, RuntimeException failure) {
                    failedTurns.add(failure);
                }
            },
            clock);
    private final IntegrationId id = connected(Scope.EVERYTHING);

    private IntegrationId connected(Scope scope) {
        var integration = IntegrationId.random();
        var key = new Secret("crsr_0123456789abcdef");
        var fresh = Integration.opened(integration, USER, Tool.CURSOR, IntegrationMethod.API, scope, NOON)
                .with(Connection.by(key));
        integrations.connect(
                new KeyedIntegration(fresh, vault.seal(key, USER, integration)),
                AuditEntry.by(USER, AuditAction.INTEGRATION_CONNECTED, integration.value(), NOON));
        return integration;
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void the_first_run_fetches_90_days_and_the_next_turn_is_the_daily_one() {
        vendor.requests.put(TODAY.minusDays(89), 3L);
        vendor.requests.put(TODAY, 5L);

        var next = sync.run(USER, id);

        assertThat(fetchedDays())
                .containsExactlyInAnyOrderElementsOf(LAST_90.stream().toList());
        assertThat(days.usage.keySet()).containsExactlyInAnyOrder(TODAY.minusDays(89), TODAY);
        assertThat(lastRun().status()).isEqualTo(SyncStatus.SUCCEEDED);
        assertThat(held().lastSyncedAt()).hasValue(NOON);
        assertThat(held().connection().status()).isEqualTo(IntegrationStatus.ACTIVE);
        assertThat(next.orElseThrow()).isBetween(midnight(), midnight().plus(DailyTurns.SPREAD));
    }

    @Test
    void days_that_the_vendor_may_change_are_fetched_again_and_final_ones_are_not() {
        sync.run(USER, id);
        vendor.fetched.clear();
        clock.advance(Duration.ofDays(1));

        sync.run(USER, id);

        assertThat(days.states.values())
                .filteredOn(day -> day.state() == DayState.PROVISIONAL)
                .extracting(FetchedDay::date)
                .containsExactly(TODAY.minusDays(1), TODAY, TODAY.plusDays(1));
        assertThat(vendor.fetched).containsExactly(new DateRange(TODAY.minusDays(2), TODAY.plusDays(1)));
    }

    @Test
    void a_gap_in_the_history_is_filled_however_long_ago_it_is() {
        sync.run(USER, id);
        clock.advance(Duration.ofDays(200));
        var gap = TODAY.minusDays(30);
        days.states.remove(gap);
        vendor.fetched.clear();

        sync.run(USER, id);

        assertThat(fetchedDays())
                .contains(gap, TODAY.plusDays(1), TODAY.plusDays(100))
                .doesNotContain(gap.minusDays(1));
    }

    @Test
    void days_that_are_asked_for_again_are_fetched_though_they_are_final() {
        sync.run(USER, id);
        vendor.fetched.clear();
        clock.advance(Duration.ofHours(1));
        var range = new DateRange(TODAY.minusDays(400), TODAY.minusDays(398));
        runs.ask(USER, id, Optional.of(range), clock.instant());

        sync.run(USER, id);

        assertThat(fetchedDays()).containsAll(range.stream().toList()).doesNotContain(TODAY.minusDays(50));
    }

    @Test
    void an_attempt_that_failed_half_way_is_taken_up_where_it_stopped() {
        vendor.requests.put(TODAY, 1L);
        var broken = TODAY.minusDays(40);
        vendor.beforeAnswer = window -> {
            if (window.contains(broken)) {
                throw new VendorFailure.Unavailable("The vendor is away.");
            }
        };
        var retry = sync.run(USER, id);

        assertThat(lastRun().status()).isEqualTo(SyncStatus.RETRY_SCHEDULED);
        assertThat(lastRun().error()).hasValue(new SyncError(SyncErrorCode.UNAVAILABLE, "The vendor is away."));
        assertThat(retry.orElseThrow()).isBetween(NOON.plusSeconds(30), NOON.plusSeconds(38));
        assertThat(held().connection().status()).isEqualTo(IntegrationStatus.FAILING);

        var before = fetchedDays();
        assertThat(before).isNotEmpty();
        vendor.fetched.clear();
        vendor.beforeAnswer = window -> {};
        clock.advance(Duration.ofMinutes(1));
        sync.run(USER, id);

        assertThat(runs.all).hasSize(1);
        assertThat(lastRun().status()).isEqualTo(SyncStatus.SUCCEEDED);
        assertThat(lastRun().attempt()).isEqualTo(2);
        assertThat(fetchedDays()).doesNotContainAnyElementsOf(before);
        assertThat(days.states).hasSize(90);
        assertThat(held().connection().status()).isEqualTo(IntegrationStatus.ACTIVE);
    }

    @Test
    void a_run_that_was_killed_goes_on_as_the_same_run() {
        var killed = runs.begin(USER, id, NOON);

        sync.run(USER, id);

        assertThat(lastRun().id()).isEqualTo(killed.id());
        assertThat(lastRun().attempt()).isEqualTo(2);
        assertThat(lastRun().status()).isEqualTo(SyncStatus.SUCCEEDED);
    }

    @Test
    void never_more_windows_are_fetched_at_once_than_allowed() {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var allThree = new CountDownLatch(3);
        vendor.beforeAnswer = window -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            allThree.countDown();
            awaitIgnoring(allThree);
            atOnce.decrementAndGet();
        };

        sync.run(USER, id);

        assertThat(most).hasValue(3);
    }

    private static void awaitIgnoring(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_refused_key_is_not_used_again() {
        vendor.refusal = Optional.of(new VendorFailure.InvalidKey("The key is unknown."));

        assertThat(sync.run(USER, id)).isEmpty();

        assertThat(lastRun().status()).isEqualTo(SyncStatus.FAILED);
        assertThat(held().connection().status()).isEqualTo(IntegrationStatus.INVALID_KEY);
        assertThat(held().connection().isActive()).isFalse();
        assertThat(sync.run(USER, id)).isEmpty();
        assertThat(runs.all).hasSize(1);
    }

    static List<Arguments> failures() {
        return List.of(
                failure(new VendorFailure.NotAllowed("x"), SyncErrorCode.NOT_ALLOWED, IntegrationStatus.NOT_ALLOWED),
                failure(new VendorFailure.SpendCap("x"), SyncErrorCode.SPEND_CAP, IntegrationStatus.FAILING),
                failure(
                        new VendorFailure.MalformedAnswer("x"),
                        SyncErrorCode.MALFORMED_ANSWER,
                        IntegrationStatus.FAILING),
                failure(
                        new VendorFailure.AnswerTooLarge("x"),
                        SyncErrorCode.ANSWER_TOO_LARGE,
                        IntegrationStatus.FAILING),
                failure(
                        new VendorFailure.RedirectRefused("x"),
                        SyncErrorCode.REDIRECT_REFUSED,
                        IntegrationStatus.FAILING));
    }

    private static Arguments failure(VendorFailure failure, SyncErrorCode code, IntegrationStatus status) {
        return Arguments.of(failure, code, status);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void what_only_people_can_mend_fails_and_is_tried_the_next_day(
            VendorFailure failure, SyncErrorCode code, IntegrationStatus status) {
        vendor.refusal = Optional.of(failure);

        var next = sync.run(USER, id);

        assertThat(lastRun().status()).isEqualTo(SyncStatus.FAILED);
        assertThat(lastRun().error()).hasValue(new SyncError(code, "x"));
        assertThat(held().connection().status()).isEqualTo(status);
        assertThat(held().connection().isActive()).isTrue();
        assertThat(next.orElseThrow()).isAfterOrEqualTo(midnight());
    }

    @Test
    void a_vendor_that_wants_fewer_calls_is_asked_when_it_said() {
        var until = NOON.plusSeconds(90);
        vendor.refusal = Optional.of(new VendorFailure.RateLimited("Too many calls.", until));

        var next = sync.run(USER, id);

        assertThat(lastRun().status()).isEqualTo(SyncStatus.RETRY_SCHEDULED);
        assertThat(held().connection().status()).isEqualTo(IntegrationStatus.ACTIVE);
        assertThat(next.orElseThrow()).isBetween(until, until.plusSeconds(5));
    }

    @Test
    void after_an_hour_of_failing_the_next_day_is_soon_enough() {
        vendor.refusal = Optional.of(new VendorFailure.Unavailable("away"));
        var pauses = new ArrayList<Duration>();
        for (var next = sync.run(USER, id).orElseThrow();
                lastRun().status() == SyncStatus.RETRY_SCHEDULED;
                next = sync.run(USER, id).orElseThrow()) {
            pauses.add(Duration.between(clock.instant(), next));
            clock.advance(pauses.get(pauses.size() - 1));
        }

        assertThat(pauses).hasSize(7).isSorted();
        assertThat(lastRun().status()).isEqualTo(SyncStatus.FAILED);
        assertThat(runs.all).hasSize(1);
    }

    @Test
    void a_vendor_that_answers_but_never_with_usage_is_a_state_with_a_hint() {
        sync.run(USER, id);

        assertThat(lastRun().status()).isEqualTo(SyncStatus.SUCCEEDED);
        assertThat(held().connection().status()).isEqualTo(IntegrationStatus.EMPTY);
        assertThat(held().connection().detail()).isEqualTo("Perhaps nobody works.");
    }

    @Test
    void a_key_that_does_not_open_is_told_and_nobody_is_asked() {
        integrations.tamper(held(), "damaged");

        sync.run(USER, id);

        assertThat(vendor.fetched).isEmpty();
        assertThat(held().connection().status()).isEqualTo(IntegrationStatus.KEY_UNREADABLE);
        assertThat(lastRun().error().orElseThrow().code()).isEqualTo(SyncErrorCode.KEY_UNREADABLE);
    }

    @Test
    void a_paused_one_is_left_alone() {
        integrations.noteStatus(
                USER, id, integrations.find(USER, id).orElseThrow().key(), IntegrationStatus.PAUSED, "");

        assertThat(sync.run(USER, id)).isEmpty();
        assertThat(runs.all).isEmpty();
    }

    @Test
    void an_integration_that_is_gone_has_no_turn() {
        assertThat(sync.run(USER, IntegrationId.random())).isEmpty();
    }

    @Test
    void what_was_overtaken_leaves_its_place_to_the_other() {
        days.beforeKeeping = () -> {
            throw new RunOvertaken();
        };

        assertThat(sync.run(USER, id)).hasValue(NOON);
        assertThat(held().lastSyncedAt()).isEmpty();
    }

    @Test
    void a_storage_that_is_away_fails_no_run() {
        days.beforeKeeping = () -> {
            throw new StorageUnavailable("away", new IllegalStateException("away"));
        };

        assertThatThrownBy(() -> sync.run(USER, id)).isInstanceOf(StorageUnavailable.class);
        assertThat(failedTurns).hasSize(1);
        assertThat(lastRun().status()).isEqualTo(SyncStatus.RUNNING);
    }

    @Test
    void a_defect_fails_the_run_and_tells_its_user_nothing_of_it() {
        var defect = new IllegalStateException("secret");
        vendor.beforeAnswer = window -> {
            throw defect;
        };

        assertThat(sync.run(USER, id)).isPresent();

        assertThat(defects).containsExactly(defect);
        assertThat(lastRun().error().orElseThrow().code()).isEqualTo(SyncErrorCode.INTERNAL);
        assertThat(lastRun().error().orElseThrow().message()).doesNotContain("secret");
    }

    @Test
    void a_run_that_waits_behind_this_one_is_overdue_until_it_has_begun() {
        vendor.beforeAnswer = window -> runs.ask(USER, id, Optional.of(new DateRange(TODAY, TODAY)), NOON);
        var next = sync.run(USER, id);
        assertThat(sync.isOverdue(USER, id, next)).isTrue();
        assertThat(sync.isOverdue(USER, id, Optional.empty())).isTrue();
        assertThat(sync.isOverdue(USER, id, Optional.of(NOON.plusSeconds(9)))).isFalse();

        vendor.beforeAnswer = window -> {};
        assertThat(sync.isOverdue(USER, id, sync.run(USER, id))).isFalse();
    }

    @Test
    void what_waits_of_one_that_is_not_active_any_more_is_not_overdue() {
        runs.enqueue(USER, id, NOON);
        integrations.noteStatus(
                USER, id, integrations.find(USER, id).orElseThrow().key(), IntegrationStatus.PAUSED, "");

        assertThat(sync.isOverdue(USER, id, sync.run(USER, id))).isFalse();
    }

    @Test
    void while_a_vendor_is_busy_with_others_a_turn_is_put_off_and_no_run_begun() throws InterruptedException {
        var hanging = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        vendor.beforeAnswer = window -> {
            asked.countDown();
            awaitIgnoring(hanging);
        };
        var other = connected(new Scope("", "somebody@example.com"));
        threads.execute(() -> sync.run(USER, id));
        asked.await();

        assertThat(sync.run(USER, other).orElseThrow()).isBetween(NOON.plusSeconds(5), NOON.plusSeconds(10));

        assertThat(runs.all).hasSize(1);
        hanging.countDown();
    }

    @Test
    void a_call_that_is_given_up_because_the_service_stops_is_no_failure_of_the_vendor() {
        vendor.opening = () -> {
            Thread.currentThread().interrupt();
            throw new VendorFailure.Unavailable("given up");
        };

        assertThatThrownBy(() -> sync.run(USER, id)).isInstanceOf(SyncInterrupted.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(lastRun().status()).isEqualTo(SyncStatus.RUNNING);
        assertThat(held().connection().status()).isEqualTo(IntegrationStatus.ACTIVE);
    }

    @Test
    void windows_of_one_integration_are_kept_one_at_a_time() {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        days.beforeKeeping = () -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            atOnce.decrementAndGet();
        };

        sync.run(USER, id);

        assertThat(most).hasValue(1);
    }

    private Integration held() {
        return integrations.find(USER, id).orElseThrow().integration();
    }

    private SyncRun lastRun() {
        return runs.all.get(runs.all.size() - 1);
    }

    private List<LocalDate> fetchedDays() {
        return vendor.fetched.stream().flatMap(DateRange::stream).toList();
    }

    private static Instant midnight() {
        return TODAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
