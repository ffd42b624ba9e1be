package dev.aiusage.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.integrations.IntegrationMissing;
import dev.aiusage.domain.dashboard.IntegrationUsage;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageDay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

public interface UsageMetricsContract extends StorageContract {

    LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Test
    default void a_day_is_read_as_it_was_written_with_its_breakdowns_in_order() {
        var csv = storage().opened(someUser(), IntegrationMethod.CSV);
        var everything = new Measures(
                RequestCount.of(0, RequestBasis.AS_GIVEN),
                new TokenCount(Count.of(1), Count.ZERO, Count.UNKNOWN, Count.of(4), Count.of(5)),
                LinesChanged.of(6, 0),
                new Decisions(Count.of(7), Count.of(8), Count.UNKNOWN),
                Count.of(9),
                Cost.ofNanoDollars(10, CostBasis.BILLED));
        var sorted = List.of(
                part(Dimension.MODEL, "a"),
                part(Dimension.MODEL, "b"),
                part(Dimension.PROJECT, "a"),
                part(Dimension.LANGUAGE, "java"),
                new Breakdown(Dimension.MEMBER, new Label("anna"), everything));
        var shuffled = List.of(sorted.get(4), sorted.get(2), sorted.get(1), sorted.get(3), sorted.get(0));

        storage().metrics().replaceDays(csv.user(), csv.id(), List.of(new UsageDay(TUESDAY, everything, shuffled)));

        assertThat(storage().utcDays(csv)).containsExactly(new UsageDay(TUESDAY, everything, sorted));
    }

    @Test
    default void a_day_that_knows_nothing_is_a_day() {
        var csv = storage().opened(someUser(), IntegrationMethod.CSV);

        storage().metrics().replaceDays(csv.user(), csv.id(), List.of(UsageDay.of(TUESDAY, Measures.NONE)));

        assertThat(storage().utcDays(csv)).containsExactly(UsageDay.of(TUESDAY, Measures.NONE));
    }

    @Test
    default void a_day_replaces_the_one_before_it_whole_and_leaves_others() {
        var csv = storage().opened(someUser(), IntegrationMethod.CSV);
        var monday = new UsageDay(TUESDAY.minusDays(1), requests(1), List.of(part(Dimension.MODEL, "a")));
        var tuesday = new UsageDay(
                TUESDAY,
                requests(2).withLines(LinesChanged.of(1, 1)),
                List.of(part(Dimension.MODEL, "a"), part(Dimension.MODEL, "b")));
        storage().metrics().replaceDays(csv.user(), csv.id(), List.of(tuesday, monday));

        var restated = new UsageDay(TUESDAY, requests(3), List.of(part(Dimension.MODEL, "b")));
        storage().metrics().replaceDays(csv.user(), csv.id(), List.of(restated));
        storage().metrics().replaceDays(csv.user(), csv.id(), List.of(restated));
        storage().metrics().replaceDays(csv.user(), csv.id(), List.of());

        assertThat(storage().utcDays(csv)).containsExactly(monday, restated);
    }

    @Test
    default void a_date_twice_is_refused_and_nothing_is_kept() {
        var csv = storage().opened(someUser(), IntegrationMethod.CSV);
        var days = List.of(
                UsageDay.of(TUESDAY.minusDays(1), requests(1)),
                UsageDay.of(TUESDAY, requests(1)),
                UsageDay.of(TUESDAY, requests(1)));

        assertThatThrownBy(() -> storage().metrics().replaceDays(csv.user(), csv.id(), days))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(storage().utcDays(csv)).isEmpty();
    }

    @Test
    default void an_unknown_or_a_strangers_integration_is_refused() {
        var user = someUser();
        var theirs = storage().opened(someUser(), IntegrationMethod.CSV);
        var days = List.of(UsageDay.of(TUESDAY, requests(1)));

        assertThatThrownBy(() -> storage().metrics().replaceDays(user, IntegrationId.random(), days))
                .isInstanceOf(IntegrationMissing.class);
        assertThatThrownBy(() -> storage().metrics().replaceDays(user, theirs.id(), days))
                .isInstanceOf(IntegrationMissing.class);

        assertThat(storage().utcDays(theirs)).isEmpty();
    }

    @Test
    default void days_that_follow_from_events_can_not_be_replaced() {
        var logs = storage().logs(someUser());
        var days = List.of(UsageDay.of(TUESDAY, requests(1)));

        assertThatThrownBy(() -> storage().metrics().replaceDays(logs.user(), logs.id(), days))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void too_many_tokens_in_one_day_are_an_error_and_nothing_is_kept() {
        var csv = storage().opened(someUser(), IntegrationMethod.CSV);
        var half = Count.of(Long.MAX_VALUE / 2 + 1);
        var tooMany = Measures.NONE.withTokens(TokenCount.ofKinds(half, half, Count.UNKNOWN, Count.UNKNOWN));
        var days = List.of(UsageDay.of(TUESDAY.minusDays(1), requests(1)), UsageDay.of(TUESDAY, tooMany));

        assertThatThrownBy(() -> storage().metrics().replaceDays(csv.user(), csv.id(), days))
                .isInstanceOf(ArithmeticException.class);

        assertThat(storage().utcDays(csv)).isEmpty();
    }

    @Test
    default void usage_holds_the_range_alone_and_every_integration_in_order() {
        var user = someUser();
        var manual = storage().opened(user, IntegrationMethod.MANUAL);
        var csv = storage().opened(user, IntegrationMethod.CSV);
        var range = new DateRange(TUESDAY, TUESDAY.plusDays(2));
        var days = range.stream().map(date -> UsageDay.of(date, requests(1))).toList();
        storage().metrics().replaceDays(user, csv.id(), days);
        storage()
                .metrics()
                .replaceDays(
                        user,
                        csv.id(),
                        List.of(
                                UsageDay.of(TUESDAY.minusDays(1), requests(1)),
                                UsageDay.of(TUESDAY.plusDays(3), requests(1))));

        var usage = storage().metrics().usage(user, range, ZoneOffset.UTC);

        assertThat(usage.range()).isEqualTo(range);
        assertThat(usage.zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(usage.integrations())
                .containsExactly(
                        new IntegrationUsage(csv, days, days), new IntegrationUsage(manual, List.of(), List.of()));
    }

    @Test
    default void usage_of_others_is_not_seen() {
        var csv = storage().opened(someUser(), IntegrationMethod.CSV);
        storage().metrics().replaceDays(csv.user(), csv.id(), List.of(UsageDay.of(TUESDAY, requests(1))));

        var usage = storage().metrics().usage(someUser(), new DateRange(TUESDAY, TUESDAY), ZoneOffset.UTC);

        assertThat(usage.integrations()).isEmpty();
    }

    @Test
    default void days_without_instants_have_no_days_in_another_zone() {
        var csv = storage().opened(someUser(), IntegrationMethod.CSV);
        var day = UsageDay.of(TUESDAY, requests(1));
        storage().metrics().replaceDays(csv.user(), csv.id(), List.of(day));

        var usage = storage().metrics().usage(csv.user(), new DateRange(TUESDAY, TUESDAY), ZoneId.of("Europe/Berlin"));

        assertThat(usage.integrations()).containsExactly(new IntegrationUsage(csv, List.of(day), List.of()));
    }

    private static Measures requests(long count) {
        return Measures.NONE.withRequests(RequestCount.of(count, RequestBasis.AS_GIVEN));
    }

    private static Breakdown part(Dimension dimension, String label) {
        return new Breakdown(dimension, new Label(label), requests(1));
    }
}
