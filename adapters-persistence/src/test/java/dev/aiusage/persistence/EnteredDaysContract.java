package dev.aiusage.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

public interface EnteredDaysContract extends StorageContract {

    LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Test
    default void each_tool_gets_one_integration_that_holds_what_was_typed_in() {
        var user = someUser();

        storage().told().entered().keep(user, List.of(day(Tool.CURSOR, 3), day(Tool.CODEX, 5)), Storage.NOON);
        storage().told().entered().keep(user, List.of(day(Tool.CURSOR, 4)), Storage.NOON.plusSeconds(1));

        var held = storage().integrations().of(user);
        assertThat(held).extracting(Integration::tool).containsExactly(Tool.CODEX, Tool.CURSOR);
        assertThat(held).extracting(Integration::method).containsOnly(IntegrationMethod.MANUAL);
        assertThat(held).extracting(Integration::scope).containsOnly(Scope.EVERYTHING);
        assertThat(held)
                .extracting(Integration::lastSyncedAt)
                .containsExactly(Optional.of(Storage.NOON), Optional.of(Storage.NOON.plusSeconds(1)));
        assertThat(storage().utcDays(held.get(0)))
                .containsExactly(day(Tool.CODEX, 5).day());
        assertThat(storage().utcDays(held.get(1)))
                .containsExactly(day(Tool.CURSOR, 4).day());
    }

    @Test
    default void a_correction_replaces_the_whole_day_and_leaves_others() {
        var user = someUser();
        var monday = new EnteredDay(Tool.CURSOR, UsageDay.of(TUESDAY.minusDays(1), requests(1)));
        var first = UsageDay.of(TUESDAY, requests(2).withSessions(Count.of(7)))
                .withStatedRate(Optional.of(new AcceptanceRate(0.25)));
        var corrected = UsageDay.of(TUESDAY, requests(2)).withStatedRate(Optional.of(new AcceptanceRate(0.5)));

        storage().told().entered().keep(user, List.of(monday, new EnteredDay(Tool.CURSOR, first)), Storage.NOON);
        storage().told().entered().keep(user, List.of(new EnteredDay(Tool.CURSOR, corrected)), Storage.NOON);
        storage().told().entered().keep(user, List.of(new EnteredDay(Tool.CURSOR, corrected)), Storage.NOON);

        assertThat(storage().utcDays(only(user))).containsExactly(monday.day(), corrected);
    }

    @Test
    default void a_stated_rate_alone_can_change_and_go() {
        var user = someUser();
        var without = UsageDay.of(TUESDAY, requests(2));

        for (var rate : List.of(0.1, 1 / 3.0, 1.0, 0.0)) {
            var stated = without.withStatedRate(Optional.of(new AcceptanceRate(rate)));
            storage().told().entered().keep(user, List.of(new EnteredDay(Tool.CURSOR, stated)), Storage.NOON);
            assertThat(storage().utcDays(only(user))).containsExactly(stated);
        }
        storage().told().entered().keep(user, List.of(new EnteredDay(Tool.CURSOR, without)), Storage.NOON);

        assertThat(storage().utcDays(only(user))).containsExactly(without);
    }

    @Test
    default void where_one_day_can_not_be_none_is_kept_and_nothing_opened() {
        var user = someUser();
        var half = Count.of(Long.MAX_VALUE / 2 + 1);
        var tooMany = Measures.NONE.withTokens(TokenCount.ofKinds(half, half, Count.UNKNOWN, Count.UNKNOWN));
        var days = List.of(day(Tool.CODEX, 5), new EnteredDay(Tool.CURSOR, UsageDay.of(TUESDAY, tooMany)));

        assertThatThrownBy(() -> storage().told().entered().keep(user, days, Storage.NOON))
                .isInstanceOf(ArithmeticException.class);

        assertThat(storage().integrations().of(user)).isEmpty();
    }

    @Test
    default void a_date_twice_for_a_tool_is_refused_and_nothing_is_kept() {
        var user = someUser();
        var days = List.of(day(Tool.CODEX, 5), day(Tool.CURSOR, 1), day(Tool.CURSOR, 2));

        assertThatThrownBy(() -> storage().told().entered().keep(user, days, Storage.NOON))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(storage().integrations().of(user)).isEmpty();
    }

    @Test
    default void writers_of_the_same_tools_in_another_order_do_not_stand_in_each_others_way() throws Exception {
        var user = someUser();
        var tools = List.of(day(Tool.CURSOR, 1), day(Tool.CODEX, 2), day(Tool.OPENAI, 3));
        var reversed = List.of(tools.get(2), tools.get(1), tools.get(0));
        var pool = Executors.newFixedThreadPool(4);
        try {
            var writes = new ArrayList<Future<?>>();
            for (var round = 0; round < 20; round++) {
                var days = round % 2 == 0 ? tools : reversed;
                writes.add(pool.submit(() -> storage().told().entered().keep(user, days, Storage.NOON)));
            }
            for (var write : writes) {
                write.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(storage().integrations().of(user)).hasSize(3);
    }

    private Integration only(UserId user) {
        var held = storage().integrations().of(user);
        assertThat(held).hasSize(1);
        return held.get(0);
    }

    private static EnteredDay day(Tool tool, long requests) {
        return new EnteredDay(tool, UsageDay.of(TUESDAY, requests(requests)));
    }

    private static Measures requests(long count) {
        return Measures.NONE.withRequests(RequestCount.of(count, RequestBasis.AS_GIVEN));
    }
}
