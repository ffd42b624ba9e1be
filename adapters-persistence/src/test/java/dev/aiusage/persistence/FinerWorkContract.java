package dev.aiusage.persistence;

import static dev.aiusage.domain.telemetry.SumMeasure.ACCEPTANCES;
import static dev.aiusage.domain.telemetry.SumMeasure.COST;
import static dev.aiusage.domain.telemetry.SumMeasure.LINES_ADDED;
import static dev.aiusage.domain.telemetry.SumMeasure.OUTPUT;
import static dev.aiusage.domain.telemetry.SumMeasure.SESSIONS;
import static dev.aiusage.persistence.Events.edit;
import static dev.aiusage.persistence.Events.request;
import static dev.aiusage.persistence.Points.sum;
import static dev.aiusage.persistence.Points.sumOfNoSession;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.UsageDay;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Sums beside events and finer sums of the same work: each piece of work counts once, in every order of arrival. */
public interface FinerWorkContract extends StorageContract {

    /** A user's two ways of telling of one tool. */
    record Both(Integration logs, Integration telemetry) {}

    @Test
    default void requests_of_a_session_take_the_place_of_its_sums() {
        inBothOrders(
                both -> sums(
                        both,
                        sum(OUTPUT, "s").at("2026-11-23T10:00:00Z").height(10),
                        sum(COST, "s").at("2026-11-24T10:00:00Z").height(5),
                        sum(SESSIONS, "s").height(1),
                        sum(OUTPUT, "other").at("2026-11-24T10:00:00Z").height(7)),
                both -> logged(
                        both,
                        request("1").session("s").at("2026-11-22T09:00:00Z").tokens(1, 2)),
                both -> {
                    assertThat(days(both.telemetry)).containsExactly("2026-11-24: output 7, added –, sessions –");
                    assertThat(days(both.logs)).containsExactly("2026-11-22: output 2, added –, sessions 1");
                });
    }

    @Test
    default void requests_that_telemetry_itself_tells_of_take_it_too() {
        inBothOrders(
                both -> sums(both, sum(OUTPUT, "s").height(10)),
                both -> told(both, request("1").session("s").tokens(1, 2)),
                both -> assertThat(days(both.telemetry)).containsExactly("2026-11-24: output 2, added –, sessions 1"));
    }

    @Test
    default void edits_take_the_place_of_lines_and_decisions_only_and_requests_do_not() {
        inBothOrders(
                both -> sums(
                        both,
                        sum(OUTPUT, "s").height(10),
                        sum(LINES_ADDED, "s").height(20),
                        sum(ACCEPTANCES, "s").height(3)),
                both -> logged(both, edit("1").session("s").lines(4, 0)),
                both -> {
                    assertThat(days(both.telemetry)).containsExactly("2026-11-24: output 10, added –, sessions –");
                    assertThat(days(both.logs)).containsExactly("2026-11-24: output –, added 4, sessions –");
                });
        inBothOrders(
                both -> sums(
                        both, sum(OUTPUT, "s").height(10), sum(LINES_ADDED, "s").height(20)),
                both -> logged(both, request("1").session("s").tokens(0, 1)),
                both -> assertThat(days(both.telemetry)).containsExactly("2026-11-24: output –, added 20, sessions –"));
    }

    @Test
    default void half_an_edit_takes_no_place_until_it_is_whole() {
        var both = both();
        sums(both, sum(LINES_ADDED, "s").height(20));
        var call = edit("1").session("s").part(EventPart.CALL).language("java");

        logged(both, call);
        assertThat(days(both.telemetry)).containsExactly("2026-11-24: output –, added 20, sessions –");

        logged(both, edit("1").session("s").part(EventPart.RESULT).lines(4, 0));
        assertThat(days(both.telemetry)).isEmpty();
    }

    @Test
    default void sums_of_no_session_count_only_on_days_without_a_request() {
        inBothOrders(
                both -> sums(
                        both,
                        sumOfNoSession(OUTPUT).at("2026-11-22T10:00:00Z").height(10),
                        sumOfNoSession(OUTPUT).at("2026-11-23T00:00:00Z").height(15),
                        sumOfNoSession(OUTPUT).at("2026-11-23T23:59:59Z").height(18),
                        sumOfNoSession(OUTPUT).at("2026-11-24T00:00:00Z").height(21),
                        sumOfNoSession(LINES_ADDED).at("2026-11-23T10:00:00Z").height(6)),
                both -> logged(
                        both,
                        request("1").session("s").at("2026-11-23T12:00:00Z").tokens(0, 1),
                        edit("2").at("2026-11-24T12:00:00Z").lines(1, 1)),
                both -> assertThat(days(both.telemetry))
                        .containsExactly(
                                "2026-11-22: output 10, added –, sessions –",
                                "2026-11-23: output –, added 6, sessions –",
                                "2026-11-24: output 3, added –, sessions –"));
    }

    @Test
    default void sums_of_single_requests_take_the_place_of_running_ones() {
        inBothOrders(
                both -> sums(
                        both,
                        sum(OUTPUT, "s").height(10),
                        sum(LINES_ADDED, "s").height(2),
                        sum(OUTPUT, "other").height(3)),
                both -> sums(both, sum(OUTPUT, "s").ofSingleRequests().height(8)),
                both -> assertThat(days(both.telemetry)).containsExactly("2026-11-24: output 11, added 2, sessions –"));
        inBothOrders(
                both -> sums(both, sumOfNoSession(OUTPUT).height(10)),
                both -> sums(
                        both,
                        sumOfNoSession(OUTPUT)
                                .at("2026-11-24T20:00:00Z")
                                .ofSingleRequests()
                                .height(8)),
                both -> assertThat(days(both.telemetry)).containsExactly("2026-11-24: output 8, added –, sessions –"));
    }

    @Test
    default void a_running_cost_stays_beside_single_requests_that_have_none() {
        inBothOrders(
                both -> sums(both, sum(OUTPUT, "s").height(10), sum(COST, "s").height(50)),
                both -> sums(both, sum(OUTPUT, "s").ofSingleRequests().height(8)),
                both -> {
                    assertThat(days(both.telemetry)).containsExactly("2026-11-24: output 8, added –, sessions –");
                    assertThat(costs(both.telemetry)).containsExactly(50L);
                });
        inBothOrders(
                both -> sums(both, sumOfNoSession(COST).height(50)),
                both -> sums(both, sumOfNoSession(OUTPUT).ofSingleRequests().height(8)),
                both -> assertThat(costs(both.telemetry)).containsExactly(50L));
    }

    @Test
    default void a_running_cost_steps_back_for_that_of_single_requests() {
        inBothOrders(
                both -> sums(both, sum(OUTPUT, "s").height(10), sum(COST, "s").height(50)),
                both -> sums(both, sum(COST, "s").ofSingleRequests().height(40)),
                both -> assertThat(costs(both.telemetry)).containsExactly(40L));
        inBothOrders(
                both -> sums(both, sumOfNoSession(COST).height(50)),
                both -> sums(both, sumOfNoSession(COST).ofSingleRequests().height(40)),
                both -> assertThat(costs(both.telemetry)).containsExactly(40L));
    }

    @Test
    default void removed_telemetry_gives_a_running_cost_its_place_back() {
        var both = both();
        var second = storage()
                .integrations()
                .open(
                        both.logs.user(),
                        Tool.CLAUDE_CODE,
                        IntegrationMethod.TELEMETRY,
                        new Scope("acme", ""),
                        Storage.NOON);
        sums(
                both,
                sum(COST, "s").ofSingleRequests().height(40),
                sumOfNoSession(COST).ofSingleRequests().height(3));
        sums(
                new Both(both.logs, second),
                sum(COST, "s").height(50),
                sumOfNoSession(COST).height(5));
        assertThat(days(second)).isEmpty();

        remove(both.telemetry);

        assertThat(costs(second)).containsExactly(55L);
    }

    @Test
    default void sums_of_single_requests_step_back_for_requests_too() {
        inBothOrders(
                both -> sums(
                        both,
                        sum(OUTPUT, "s").height(10),
                        sum(OUTPUT, "s").ofSingleRequests().height(8)),
                both -> logged(both, request("1").session("s").tokens(0, 1)),
                both -> assertThat(days(both.telemetry)).isEmpty());
    }

    @Test
    default void telemetry_that_is_switched_on_at_noon_adds_only_the_sessions_that_no_log_has() {
        inBothOrders(
                both -> sums(
                        both,
                        sum(OUTPUT, "same machine")
                                .began("2026-11-24T12:00:00Z")
                                .at("2026-11-24T12:30:00Z")
                                .height(40),
                        sum(OUTPUT, "other machine")
                                .began("2026-11-24T12:00:00Z")
                                .at("2026-11-24T13:00:00Z")
                                .height(50)),
                both -> logged(
                        both,
                        request("1")
                                .session("same machine")
                                .at("2026-11-24T09:00:00Z")
                                .tokens(0, 1),
                        request("2")
                                .session("same machine")
                                .at("2026-11-24T12:20:00Z")
                                .tokens(0, 2)),
                both -> {
                    assertThat(days(both.telemetry)).containsExactly("2026-11-24: output 50, added –, sessions –");
                    assertThat(days(both.logs)).containsExactly("2026-11-24: output 3, added –, sessions 1");
                });
    }

    @Test
    default void a_session_that_leaves_its_only_request_gives_its_place_back() {
        var both = both();
        sums(both, sum(OUTPUT, "a").height(10), sum(OUTPUT, "b").height(20));
        logged(both, request("1").session("a").tokens(0, 1));
        assertThat(days(both.telemetry)).containsExactly("2026-11-24: output 20, added –, sessions –");

        logged(both, request("1").session("b").tokens(0, 2));

        assertThat(days(both.telemetry)).containsExactly("2026-11-24: output 10, added –, sessions –");
    }

    @Test
    default void what_stepped_back_for_an_integration_counts_again_when_it_is_removed() {
        var both = both();
        sums(
                both,
                sum(OUTPUT, "s").at("2026-11-23T10:00:00Z").height(10),
                sumOfNoSession(LINES_ADDED).height(20));
        logged(both, request("1").session("s").tokens(0, 1), edit("2").lines(4, 0));
        assertThat(days(both.telemetry)).isEmpty();

        remove(both.logs);

        assertThat(days(both.telemetry))
                .containsExactly(
                        "2026-11-23: output 10, added –, sessions –", "2026-11-24: output –, added 20, sessions –");
    }

    @Test
    default void removed_telemetry_leaves_logs_and_gives_other_telemetry_its_place_back() {
        var both = both();
        var scope = new Scope("acme", "");
        var second = storage()
                .integrations()
                .open(both.logs.user(), Tool.CLAUDE_CODE, IntegrationMethod.TELEMETRY, scope, Storage.NOON);
        sums(both, sum(OUTPUT, "s").ofSingleRequests().height(8));
        sums(new Both(both.logs, second), sum(OUTPUT, "s").height(10));
        logged(both, request("1").session("t").tokens(0, 1));
        assertThat(days(second)).isEmpty();

        remove(both.telemetry);

        assertThat(days(second)).containsExactly("2026-11-24: output 10, added –, sessions –");
        assertThat(days(both.logs)).containsExactly("2026-11-24: output 1, added –, sessions 1");
    }

    @Test
    default void other_tools_and_exports_take_no_place() {
        var both = both();
        var export = storage().opened(both.logs.user(), IntegrationMethod.CSV_EVENTS);
        var otherTool = storage()
                .integrations()
                .open(both.logs.user(), Tool.CURSOR, IntegrationMethod.LOGS, Scope.EVERYTHING, Storage.NOON);
        sums(both, sumOfNoSession(OUTPUT).height(10));

        for (var other : List.of(export, otherTool)) {
            var event = request(other.id().toString()).tokens(0, 1).build();
            storage().events().record(other.user(), other.id(), List.of(event));
        }

        assertThat(days(both.telemetry)).containsExactly("2026-11-24: output 10, added –, sessions –");
    }

    private void inBothOrders(Consumer<Both> one, Consumer<Both> other, Consumer<Both> check) {
        for (var steps : List.of(List.of(one, other), List.of(other, one), List.of(one, other, one, other))) {
            var both = both();
            steps.forEach(step -> step.accept(both));
            check.accept(both);
        }
    }

    private Both both() {
        var user = someUser();
        return new Both(storage().logs(user), storage().telemetry(user));
    }

    private List<String> days(Integration integration) {
        assertThat(storage().zonedDays(integration, "Africa/Abidjan"))
                .as("the days of a zone that never differed from UTC")
                .isEqualTo(storage().utcDays(integration));
        return storage().utcDays(integration).stream()
                .map(FinerWorkContract::shown)
                .toList();
    }

    private List<Long> costs(Integration integration) {
        return storage().utcDays(integration).stream()
                .map(day -> day.measures().cost().nanoDollars().orElse(-1))
                .toList();
    }

    private static String shown(UsageDay day) {
        var measures = day.measures();
        return day.date() + ": output " + measures.tokens().output() + ", added "
                + measures.lines().added() + ", sessions " + measures.sessions();
    }

    private void sums(Both both, Points... points) {
        var telemetry = both.telemetry;
        var built = Arrays.stream(points).map(Points::build).toList();
        storage().sums().record(telemetry.user(), telemetry.id(), built);
    }

    private void logged(Both both, Events... events) {
        record(both.logs, events);
    }

    private void told(Both both, Events... events) {
        record(both.telemetry, events);
    }

    private void record(Integration integration, Events... events) {
        var built = Arrays.stream(events).map(Events::build).toList();
        storage().events().record(integration.user(), integration.id(), built);
    }

    private void remove(Integration integration) {
        var entry = Storage.entry(integration.user(), AuditAction.INTEGRATION_REMOVED, "");
        storage().integrations().remove(integration.user(), integration.id(), entry);
    }
}
