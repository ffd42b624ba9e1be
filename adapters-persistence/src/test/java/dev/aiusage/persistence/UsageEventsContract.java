package dev.aiusage.persistence;

import static dev.aiusage.persistence.Events.edit;
import static dev.aiusage.persistence.Events.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.integrations.IntegrationMissing;
import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.PriceTerms.Modifier;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

public interface UsageEventsContract extends StorageContract {

    @Test
    default void events_become_days_with_their_breakdowns() {
        var logs = storage().logs(someUser());

        var recorded = record(
                logs,
                request("1")
                        .at("2026-11-23T23:59:59.999999Z")
                        .model("opus")
                        .project("shop")
                        .tokens(3, 4),
                request("2")
                        .at("2026-11-24T00:00:00Z")
                        .model("opus")
                        .tokens(5, 6)
                        .cost(7, CostBasis.LIST_PRICE),
                request("3")
                        .at("2026-11-24T10:00:00Z")
                        .model("haiku")
                        .project("shop")
                        .tokens(1, 1),
                edit("4")
                        .at("2026-11-24T10:00:01Z")
                        .language("java")
                        .lines(8, 2)
                        .accepted());

        assertThat(recorded).isEqualTo(new RecordedEvents(4, 0));
        assertThat(storage().utcDays(logs))
                .extracting(UsageDay::date)
                .containsExactly(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24));
        var day = storage().utcDays(logs).get(1);
        assertThat(day.measures().requests()).isEqualTo(RequestCount.of(2, RequestBasis.REQUESTS));
        assertThat(day.measures().tokens()).isEqualTo(kinds(6, 7));
        assertThat(day.measures().lines().added()).isEqualTo(Count.of(8));
        assertThat(day.measures().decisions()).isEqualTo(Decisions.ACCEPTED);
        assertThat(day.measures().cost()).isEqualTo(Cost.ofNanoDollars(7, CostBasis.LIST_PRICE));
        assertThat(day.breakdowns())
                .extracting(part -> part.dimension().slug() + "=" + part.label())
                .containsExactly("model=haiku", "model=opus", "project=shop", "language=java");
        assertThat(day.breakdowns(Dimension.MODEL).map(Breakdown::measures))
                .extracting(Measures::tokens)
                .containsExactly(kinds(1, 1), kinds(5, 6));
    }

    @Test
    default void recording_the_same_events_again_changes_nothing() {
        var logs = storage().logs(someUser());
        var events = new Events[] {
            request("1").model("opus").session("s").tokens(3, 4),
            edit("2").language("java").lines(1, 0)
        };
        record(logs, events);
        var before = storage().utcDays(logs);

        assertThat(record(logs, events)).isEqualTo(RecordedEvents.NOTHING);
        assertThat(storage().utcDays(logs)).isEqualTo(before);
    }

    @Test
    default void repeats_within_one_list_are_one_event() {
        var logs = storage().logs(someUser());

        assertThat(record(
                        logs,
                        request("1").tokens(1, 1),
                        request("1").tokens(2, 2),
                        request("1").tokens(1, 1)))
                .isEqualTo(new RecordedEvents(1, 0));
        assertThat(onlyDay(logs).measures().tokens()).isEqualTo(kinds(2, 2));
    }

    @Test
    default void nothing_recorded_leaves_no_day() {
        var logs = storage().logs(someUser());

        assertThat(record(logs)).isEqualTo(RecordedEvents.NOTHING);
        assertThat(storage().utcDays(logs)).isEmpty();
    }

    @Test
    default void a_richer_copy_takes_the_place_of_a_partial_one() {
        var logs = storage().logs(someUser());
        record(logs, request("1").at("2026-11-24T10:00:00Z").model("opus").tokens(100, 1));

        assertThat(record(
                        logs,
                        request("1").at("2026-11-24T10:00:05Z").model("opus").tokens(100, 50)))
                .isEqualTo(new RecordedEvents(0, 1));
        assertThat(onlyDay(logs).measures().tokens()).isEqualTo(kinds(100, 50));
        assertThat(onlyDay(logs).measures().requests().count()).isEqualTo(Count.ONE);

        assertThat(record(
                        logs,
                        request("1").at("2026-11-24T10:00:01Z").model("opus").tokens(100, 7)))
                .isEqualTo(RecordedEvents.NOTHING);
        assertThat(onlyDay(logs).measures().tokens()).isEqualTo(kinds(100, 50));
    }

    @Test
    default void a_better_copy_moves_its_event_to_another_day_and_label_and_leaves_nothing_behind() {
        var logs = storage().logs(someUser());
        record(
                logs,
                request("1")
                        .at("2026-11-24T23:50:00Z")
                        .model("partial")
                        .project("p")
                        .tokens(1, 1));

        record(
                logs,
                request("1")
                        .at("2026-11-25T00:10:00Z")
                        .model("full")
                        .project("q")
                        .tokens(2, 2));

        var day = onlyDay(logs);
        assertThat(day.date()).isEqualTo("2026-11-25");
        assertThat(day.breakdowns()).extracting(part -> part.label().text()).containsExactly("full", "q");
        assertThat(storage().zonedDays(logs, "Asia/Kathmandu")).hasSize(1);
    }

    @Test
    default void a_copy_from_another_place_stays_with_who_brought_the_event_first() {
        var user = someUser();
        var logs = storage().logs(user);
        var telemetry = storage().opened(user, IntegrationMethod.TELEMETRY);
        record(logs, request("1").tokens(1, 1));

        assertThat(record(telemetry, request("1").tokens(5, 5), request("2").tokens(7, 7)))
                .isEqualTo(new RecordedEvents(1, 1));

        assertThat(onlyDay(logs).measures().tokens()).isEqualTo(kinds(5, 5));
        assertThat(onlyDay(telemetry).measures().tokens()).isEqualTo(kinds(7, 7));
    }

    @Test
    default void the_same_event_of_two_users_is_two() {
        var anna = storage().logs(someUser());
        var ben = storage().logs(someUser());

        assertThat(record(anna, request("1").tokens(1, 1))).isEqualTo(new RecordedEvents(1, 0));
        assertThat(record(ben, request("1").tokens(9, 9))).isEqualTo(new RecordedEvents(1, 0));

        assertThat(onlyDay(anna).measures().tokens()).isEqualTo(kinds(1, 1));
    }

    @Test
    default void an_unknown_or_a_strangers_integration_is_refused() {
        var user = someUser();
        storage().logs(user);
        var theirs = storage().logs(someUser());
        var events = List.of(request("1").build());

        assertThatThrownBy(() -> storage().events().record(user, IntegrationId.random(), events))
                .isInstanceOf(IntegrationMissing.class);
        assertThatThrownBy(() -> storage().events().record(user, theirs.id(), events))
                .isInstanceOf(IntegrationMissing.class);
        assertThatThrownBy(() -> storage().events().record(someUser(), theirs.id(), List.of()))
                .isInstanceOf(IntegrationMissing.class);
        assertThat(storage().utcDays(theirs)).isEmpty();
    }

    @Test
    default void half_an_event_counts_nothing_until_the_other_half_comes_in_either_order() {
        var call = edit("1").part(EventPart.CALL).at("2026-11-24T09:00:00Z").language("java");
        var result = edit("1")
                .part(EventPart.RESULT)
                .at("2026-11-24T09:00:07Z")
                .lines(5, 1)
                .accepted();

        for (var halves : List.of(List.of(call, result), List.of(result, call))) {
            var logs = storage().logs(someUser());

            assertThat(record(logs, halves.get(0))).isEqualTo(RecordedEvents.NOTHING);
            assertThat(storage().utcDays(logs)).isEmpty();
            assertThat(record(logs, halves.get(1))).isEqualTo(new RecordedEvents(1, 0));
            assertThat(onlyDay(logs).measures().lines().added()).isEqualTo(Count.of(5));
            assertThat(onlyDay(logs).breakdowns())
                    .extracting(part -> part.label().text())
                    .containsExactly("java");
            assertThat(record(logs, call, result)).isEqualTo(RecordedEvents.NOTHING);
        }
    }

    @Test
    default void unknown_is_not_zero_and_sums_pass_over_it() {
        var logs = storage().logs(someUser());
        var onlyInput = TokenCount.ofKinds(Count.of(3), Count.UNKNOWN, Count.ZERO, Count.UNKNOWN);
        record(
                logs,
                request("1").tokens(onlyInput),
                request("2"),
                request("3").tokens(TokenCount.ofTotal(Count.of(9))));

        var measures = onlyDay(logs).measures();

        assertThat(measures.tokens())
                .isEqualTo(new TokenCount(Count.of(3), Count.UNKNOWN, Count.ZERO, Count.UNKNOWN, Count.of(9)));
        assertThat(measures.lines().isKnown()).isFalse();
        assertThat(measures.decisions()).isEqualTo(Decisions.UNKNOWN);
        assertThat(measures.cost()).isEqualTo(Cost.UNKNOWN);
        assertThat(measures.sessions()).isEqualTo(Count.UNKNOWN);
    }

    @Test
    default void a_day_of_edits_alone_knows_no_requests() {
        var logs = storage().logs(someUser());
        record(logs, edit("1").lines(0, 0).rejected());

        assertThat(onlyDay(logs).measures().requests()).isEqualTo(RequestCount.UNKNOWN);
        assertThat(onlyDay(logs).measures().lines().added()).isEqualTo(Count.ZERO);
    }

    @Test
    default void different_bases_become_mixed_and_the_same_stays() {
        var logs = storage().logs(someUser());
        record(
                logs,
                request("1").model("a").cost(1, CostBasis.BILLED),
                request("2").model("a").requests(4, RequestBasis.AS_GIVEN).cost(2, CostBasis.BILLED),
                request("3").model("b").cost(4, CostBasis.LIST_PRICE));

        var day = onlyDay(logs);

        assertThat(day.measures().requests()).isEqualTo(RequestCount.of(6, RequestBasis.MIXED));
        assertThat(day.measures().cost()).isEqualTo(Cost.ofNanoDollars(7, CostBasis.MIXED));
        assertThat(day.breakdowns(Dimension.MODEL).map(part -> part.measures().cost()))
                .containsExactly(Cost.ofNanoDollars(3, CostBasis.BILLED), Cost.ofNanoDollars(4, CostBasis.LIST_PRICE));
    }

    @Test
    default void a_session_counts_once_at_its_first_request() {
        var logs = storage().logs(someUser());
        record(
                logs,
                request("1").at("2026-11-23T23:00:00Z").session("long").model("opus"),
                request("2").at("2026-11-24T01:00:00Z").session("long").model("haiku"),
                request("3").at("2026-11-24T02:00:00Z").session("short").model("haiku"),
                edit("4").at("2026-11-23T22:00:00Z").session("long").lines(1, 1));

        assertThat(sessionsByDay(logs)).containsExactly("2026-11-23: 1", "2026-11-24: 1");
        assertThat(storage().utcDays(logs).get(1).breakdowns(Dimension.MODEL))
                .extracting(part -> part.measures().sessions())
                .containsExactly(Count.ONE);
    }

    @Test
    default void a_session_moves_when_an_earlier_event_of_it_arrives() {
        var logs = storage().logs(someUser());
        record(logs, request("1").at("2026-11-24T01:00:00Z").session("s"));
        assertThat(sessionsByDay(logs)).containsExactly("2026-11-24: 1");

        record(logs, request("2").at("2026-11-20T01:00:00Z").session("s"));

        assertThat(sessionsByDay(logs)).containsExactly("2026-11-20: 1", "2026-11-24: 0");
    }

    @Test
    default void a_session_moves_when_its_first_event_moves_behind_another() {
        var logs = storage().logs(someUser());
        record(
                logs,
                request("1").at("2026-11-20T01:00:00Z").session("s").tokens(1, 1),
                request("2").at("2026-11-21T01:00:00Z").session("s").tokens(1, 1));

        record(logs, request("1").at("2026-11-22T01:00:00Z").session("s").tokens(2, 2));

        assertThat(sessionsByDay(logs)).containsExactly("2026-11-21: 1", "2026-11-22: 0");
    }

    @Test
    default void a_session_moves_across_the_integrations_of_a_user() {
        var user = someUser();
        var logs = storage().logs(user);
        var telemetry = storage().opened(user, IntegrationMethod.TELEMETRY);
        record(logs, request("1").at("2026-11-24T01:00:00Z").session("s"));

        record(telemetry, request("2").at("2026-11-24T00:30:00Z").session("s"));

        assertThat(sessionsByDay(logs)).containsExactly("2026-11-24: 0");
        assertThat(sessionsByDay(telemetry)).containsExactly("2026-11-24: 1");
    }

    @Test
    default void a_fork_that_rewrites_the_session_of_copied_lines_opens_no_second_session() {
        var logs = storage().logs(someUser());
        record(
                logs,
                request("1").session("a").rank(1, 0, 1),
                request("2").session("a").rank(1, 0, 1));

        record(
                logs,
                request("1").session("b").rank(1, 0, 0),
                request("2").session("b").rank(1, 0, 0),
                request("3").session("b").at("2026-11-24T13:00:00Z"));

        assertThat(sessionsByDay(logs)).containsExactly("2026-11-24: 2");
        assertThat(onlyDay(logs).measures().requests().count()).isEqualTo(Count.of(3));
    }

    @Test
    default void labels_keep_every_character_and_stand_in_code_point_order() {
        var logs = storage().logs(someUser());
        var labels = List.of("B", "b", "a'\"\\,{}%", "ä", "\uFF5E", "\uD83D\uDE00", "NULL", " ");
        for (var i = 0; i < labels.size(); i++) {
            record(logs, request("r" + i).model(labels.get(i)));
        }

        assertThat(onlyDay(logs).breakdowns())
                .extracting(part -> part.label().text())
                .containsExactly(" ", "B", "NULL", "a'\"\\,{}%", "b", "ä", "\uFF5E", "\uD83D\uDE00");
    }

    @Test
    default void labels_of_full_length_in_all_dimensions_fit() {
        var logs = storage().logs(someUser());
        var longest = "\uD83D\uDE00".repeat(200);

        record(logs, request("1").model(longest).project(longest).language(longest));

        assertThat(onlyDay(logs).breakdowns())
                .extracting(part -> part.label().text())
                .containsExactly(longest, longest, longest);
    }

    @Test
    default void an_event_keeps_all_that_decides_between_copies() {
        var logs = storage().logs(someUser());
        var terms = new PriceTerms(Count.of(7), Count.ZERO, Set.of(Modifier.FAST, Modifier.BATCH));
        var kept = request("1")
                .at("2026-11-24T10:00:00.123456Z")
                .model("m")
                .project("p")
                .language("l")
                .session("s")
                .tokens(4, 4)
                .lines(1, 2)
                .accepted()
                .cost(5, CostBasis.VENDOR_ESTIMATE)
                .rank(70_000, 3, -1)
                .terms(terms);
        record(logs, kept);

        assertThat(record(logs, kept)).isEqualTo(RecordedEvents.NOTHING);
        assertThat(record(logs, kept.rank(69_999, 9, 9).tokens(9, 9))).isEqualTo(RecordedEvents.NOTHING);
        assertThat(record(logs, kept.at("2026-11-24T10:00:00.123457Z"))).isEqualTo(RecordedEvents.NOTHING);
        assertThat(record(logs, kept.at("2026-11-24T10:00:00.123455Z"))).isEqualTo(new RecordedEvents(0, 1));
        assertThat(record(logs, kept.rank(70_000, 4, -1).terms(PriceTerms.STANDARD)))
                .isEqualTo(new RecordedEvents(0, 1));
    }

    @Test
    default void too_large_a_sum_is_an_error_and_leaves_everything_as_it_was() {
        var logs = storage().logs(someUser());
        var half = Long.MAX_VALUE / 2 + 1;
        record(logs, request("1").tokens(half, 0).session("s"));
        var before = storage().utcDays(logs);

        assertThatThrownBy(() -> record(
                        logs,
                        request("3").at("2026-11-20T12:00:00Z").session("s"),
                        request("2").tokens(half, 0)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> record(logs, request("2").tokens(0, half))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> record(logs, edit("2").part(EventPart.CALL).tokens(half, half)))
                .isInstanceOf(ArithmeticException.class);

        assertThat(storage().utcDays(logs)).isEqualTo(before);
        assertThat(record(logs, request("2").tokens(1, 0))).isEqualTo(new RecordedEvents(1, 0));
    }

    private RecordedEvents record(Integration integration, Events... events) {
        List<UsageEvent> built = Arrays.stream(events).map(Events::build).toList();
        return storage().events().record(integration.user(), integration.id(), built);
    }

    private UsageDay onlyDay(Integration integration) {
        var days = storage().utcDays(integration);
        assertThat(days).hasSize(1);
        return days.get(0);
    }

    private List<String> sessionsByDay(Integration integration) {
        return storage().utcDays(integration).stream()
                .map(day -> day.date() + ": " + day.measures().sessions())
                .toList();
    }

    private static TokenCount kinds(long input, long output) {
        return TokenCount.ofKinds(Count.of(input), Count.of(output), Count.UNKNOWN, Count.UNKNOWN);
    }
}
