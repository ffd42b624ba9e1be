package dev.aiusage.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.integrations.KeyedIntegration;
import dev.aiusage.application.syncing.FetchedDay;
import dev.aiusage.application.syncing.FetchedWindow;
import dev.aiusage.application.syncing.RunOvertaken;
import dev.aiusage.application.syncing.SyncedDays;
import dev.aiusage.domain.integration.DayState;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.UsageDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

public interface SyncedDaysContract extends StorageContract {

    LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    DateRange WEEK = new DateRange(MONDAY, MONDAY.plusDays(6));

    @Test
    default void a_window_is_kept_with_its_usage_its_states_and_its_counts() {
        var held = connected();
        var run = begun(held);

        days().keep(held.user(), run, window(held.scope(), WEEK, MONDAY.plusDays(3), day(1, 5), day(4, 7)));

        assertThat(storage().utcDays(held)).containsExactly(day(1, 5), day(4, 7));
        assertThat(days().of(held.user(), held.id()))
                .hasSize(7)
                .startsWith(
                        new FetchedDay(MONDAY, DayState.FINAL, false, Storage.NOON),
                        new FetchedDay(MONDAY.plusDays(1), DayState.FINAL, true, Storage.NOON))
                .endsWith(new FetchedDay(MONDAY.plusDays(6), DayState.PROVISIONAL, false, Storage.NOON));
        var counted = storage().access().runs().find(held.user(), run.id()).orElseThrow();
        assertThat(counted.daysSynced()).isEqualTo(7);
        assertThat(counted.metricsStored()).isEqualTo(2);
    }

    @Test
    default void a_later_answer_takes_the_place_of_a_provisional_one_also_where_it_is_empty() {
        var held = connected();
        var run = begun(held);
        days().keep(held.user(), run, window(held.scope(), WEEK, MONDAY, day(1, 5), day(2, 6)));

        days().keep(held.user(), run, window(held.scope(), WEEK, MONDAY, day(2, 4)));

        assertThat(storage().utcDays(held)).containsExactly(day(2, 4));
        assertThat(days().of(held.user(), held.id()).get(1).hasUsage()).isFalse();
    }

    @Test
    default void an_empty_answer_never_wipes_a_day_that_was_final() {
        var held = connected();
        var run = begun(held);
        days().keep(held.user(), run, window(held.scope(), WEEK, MONDAY.plusDays(7), day(1, 5), day(2, 6)));

        days().keep(held.user(), run, window(held.scope(), WEEK, MONDAY, day(2, 7)));

        assertThat(storage().utcDays(held)).containsExactly(day(1, 5), day(2, 7));
        assertThat(days().of(held.user(), held.id()).get(1).state()).isEqualTo(DayState.FINAL);
        assertThat(days().of(held.user(), held.id()).get(1).hasUsage()).isTrue();
    }

    @Test
    default void what_belongs_to_another_account_by_now_is_not_kept() {
        var held = connected();
        var run = begun(held);
        storage()
                .integrations()
                .change(
                        held.user(),
                        held.id(),
                        before -> new KeyedIntegration(before.integration().narrowedTo("anna"), before.key()),
                        List.of(Storage.entry(held.user(), AuditAction.INTEGRATION_ACCOUNT_CHANGED, "x")));

        assertThatThrownBy(() -> days().keep(held.user(), run, window(held.scope(), WEEK, MONDAY, day(1, 5))))
                .isInstanceOf(RunOvertaken.class);
        assertNothingKept(held);
    }

    @Test
    default void what_an_overtaken_attempt_brings_is_not_kept() {
        var held = connected();
        var killed = begun(held);
        begun(held);

        assertThatThrownBy(() -> days().keep(held.user(), killed, window(held.scope(), WEEK, MONDAY, day(1, 5))))
                .isInstanceOf(RunOvertaken.class);
        assertNothingKept(held);
    }

    @Test
    default void what_comes_for_a_removed_integration_is_not_kept() {
        var held = connected();
        var run = begun(held);
        storage()
                .integrations()
                .remove(held.user(), held.id(), Storage.entry(held.user(), AuditAction.INTEGRATION_REMOVED, "x"));

        assertThatThrownBy(() -> days().keep(held.user(), run, window(held.scope(), WEEK, MONDAY, day(1, 5))))
                .isInstanceOf(RunOvertaken.class);
    }

    @Test
    default void another_account_has_no_usage_and_all_days_of_the_history_open() {
        var held = connected();
        days().keep(held.user(), begun(held), window(held.scope(), WEEK, MONDAY, day(1, 5)));

        storage()
                .integrations()
                .change(
                        held.user(),
                        held.id(),
                        before -> new KeyedIntegration(before.integration().narrowedTo("anna"), before.key()),
                        List.of(Storage.entry(held.user(), AuditAction.INTEGRATION_ACCOUNT_CHANGED, "x")));

        assertThat(storage().utcDays(held)).isEmpty();
        assertThat(days().of(held.user(), held.id())).hasSize(WEEK.days()).allSatisfy(day -> {
            assertThat(day.state()).isEqualTo(DayState.PROVISIONAL);
            assertThat(day.hasUsage()).isFalse();
            assertThat(day.fetchedAt()).isEqualTo(Instant.EPOCH);
        });
    }

    private void assertNothingKept(Integration held) {
        assertThat(storage().utcDays(held)).isEmpty();
        assertThat(days().of(held.user(), held.id())).isEmpty();
    }

    private Integration connected() {
        return storage().connected(someUser(), Scope.EVERYTHING, "key");
    }

    private SyncRun begun(Integration held) {
        return storage().access().runs().begin(held.user(), held.id(), Storage.NOON);
    }

    private SyncedDays days() {
        return storage().access().fetched();
    }

    /** Days before the given one are final. */
    private static FetchedWindow window(Scope scope, DateRange range, LocalDate unsettled, UsageDay... days) {
        var settled = new HashMap<LocalDate, Instant>();
        range.stream().forEach(date -> settled.put(date, date.isBefore(unsettled) ? Instant.EPOCH : Instant.MAX));
        return new FetchedWindow(scope, range, List.of(days), settled, Storage.NOON);
    }

    private static UsageDay day(int offset, long requests) {
        var measures = Measures.NONE.withRequests(RequestCount.of(requests, RequestBasis.REQUESTS));
        return new UsageDay(
                MONDAY.plusDays(offset),
                measures,
                List.of(new Breakdown(Dimension.MEMBER, new Label("anna"), measures)));
    }
}
