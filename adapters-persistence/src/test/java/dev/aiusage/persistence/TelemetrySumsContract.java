package dev.aiusage.persistence;

import static dev.aiusage.domain.telemetry.SumMeasure.ALL_INPUT;
import static dev.aiusage.domain.telemetry.SumMeasure.CACHED_INPUT;
import static dev.aiusage.domain.telemetry.SumMeasure.COST;
import static dev.aiusage.domain.telemetry.SumMeasure.OUTPUT;
import static dev.aiusage.domain.telemetry.SumMeasure.REQUESTS;
import static dev.aiusage.domain.telemetry.SumMeasure.SESSIONS;
import static dev.aiusage.domain.telemetry.SumMeasure.SESSIONS_AND_EDITS;
import static dev.aiusage.persistence.Points.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.integrations.IntegrationMissing;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sums on their own: what rose in which quarter of an hour. */
public interface TelemetrySumsContract extends StorageContract {

    @Test
    default void what_was_done_is_the_rise_since_the_quarter_hour_before() {
        var telemetry = storage().telemetry(someUser());

        record(
                telemetry,
                sum(OUTPUT, "s").at("2026-11-23T23:50:00Z").height(10),
                sum(OUTPUT, "s").at("2026-11-23T23:55:00Z").height(15),
                sum(OUTPUT, "s").at("2026-11-24T00:10:00Z").height(22));

        assertThat(outputs(telemetry)).containsExactly("2026-11-23: 15", "2026-11-24: 7");
    }

    @Test
    default void the_same_points_again_and_in_any_order_change_nothing() {
        var points = Arrays.asList(
                sum(OUTPUT, "s").at("2026-11-22T10:00:00Z").height(10),
                sum(OUTPUT, "s").at("2026-11-23T10:00:00Z").height(15),
                sum(OUTPUT, "s").at("2026-11-24T10:00:00Z").height(22));
        for (var turn = 0; turn < 6; turn++) {
            var telemetry = storage().telemetry(someUser());
            points.forEach(point -> record(telemetry, point));
            points.forEach(point -> record(telemetry, point));

            assertThat(outputs(telemetry)).containsExactly("2026-11-22: 10", "2026-11-23: 5", "2026-11-24: 7");

            Collections.rotate(points, 1);
            if (turn == 2) {
                Collections.reverse(points);
            }
        }
    }

    @Test
    default void a_late_lower_value_of_a_later_time_changes_nothing() {
        var telemetry = storage().telemetry(someUser());
        record(telemetry, sum(OUTPUT, "s").at("2026-11-23T10:00:00Z").height(10));

        record(telemetry, sum(OUTPUT, "s").at("2026-11-24T10:00:00Z").height(9));

        assertThat(outputs(telemetry)).containsExactly("2026-11-23: 10");
    }

    @Test
    default void a_late_higher_value_of_an_earlier_time_takes_what_later_ones_had() {
        var telemetry = storage().telemetry(someUser());
        record(
                telemetry,
                sum(OUTPUT, "s").at("2026-11-23T10:00:00Z").height(10),
                sum(OUTPUT, "s").at("2026-11-24T10:00:00Z").height(20));

        record(telemetry, sum(OUTPUT, "s").at("2026-11-22T10:00:00Z").height(12));

        assertThat(outputs(telemetry)).containsExactly("2026-11-22: 12", "2026-11-24: 8");
        assertThat(storage().zonedDays(telemetry, "Asia/Kathmandu")).hasSize(2);
    }

    @Test
    default void a_sum_that_began_anew_starts_from_nothing() {
        var telemetry = storage().telemetry(someUser());

        record(
                telemetry,
                sum(OUTPUT, "s").at("2026-11-24T10:00:00Z").height(10),
                sum(OUTPUT, "s")
                        .began("2026-11-24T10:05:00Z")
                        .at("2026-11-24T10:06:00Z")
                        .height(3));

        assertThat(outputs(telemetry)).containsExactly("2026-11-24: 13");
    }

    @Test
    default void a_first_zero_is_known_and_what_never_came_is_not() {
        var telemetry = storage().telemetry(someUser());

        record(telemetry, sum(OUTPUT, "s").height(0));

        var measures = onlyDay(telemetry);
        assertThat(measures.tokens().output()).isEqualTo(Count.ZERO);
        assertThat(measures.tokens().input()).isEqualTo(Count.UNKNOWN);
        assertThat(measures.requests()).isEqualTo(RequestCount.UNKNOWN);
    }

    @Test
    default void cached_input_is_taken_from_all_input_when_both_are_summed() {
        var telemetry = storage().telemetry(someUser());
        record(
                telemetry,
                sum(ALL_INPUT, "a").height(100),
                sum(CACHED_INPUT, "a").height(70),
                sum(CACHED_INPUT, "b").height(20));

        assertThat(onlyDay(telemetry).tokens())
                .isEqualTo(TokenCount.ofKinds(Count.of(10), Count.UNKNOWN, Count.of(90), Count.UNKNOWN));
    }

    @Test
    default void requests_have_a_basis_and_cost_is_the_tools_estimate() {
        var telemetry = storage().telemetry(someUser());
        record(
                telemetry,
                sum(SESSIONS_AND_EDITS, "s").height(4),
                sum(SESSIONS, "s").height(1),
                sum(COST, "s").height(5_000_000));

        var measures = onlyDay(telemetry);
        assertThat(measures.requests()).isEqualTo(RequestCount.of(4, RequestBasis.SESSIONS_AND_EDITS));
        assertThat(measures.sessions()).isEqualTo(Count.ONE);
        assertThat(measures.cost()).isEqualTo(Cost.ofNanoDollars(5_000_000, CostBasis.VENDOR_ESTIMATE));

        record(telemetry, sum(REQUESTS, "s").height(2));

        assertThat(onlyDay(telemetry).requests()).isEqualTo(RequestCount.of(6, RequestBasis.MIXED));
    }

    @Test
    default void labels_become_breakdowns() {
        var telemetry = storage().telemetry(someUser());
        record(
                telemetry,
                sum(OUTPUT, "s").model("opus").height(4),
                sum(OUTPUT, "s").model("haiku").height(2),
                sum(OUTPUT, "s").height(1));

        assertThat(storage()
                        .utcDays(telemetry)
                        .get(0)
                        .breakdowns(Dimension.MODEL)
                        .toList())
                .extracting(Breakdown::label, part -> part.measures().tokens().output())
                .extracting(tuple -> tuple.toList().toString())
                .containsExactly("[haiku, 2]", "[opus, 4]");
        assertThat(outputs(telemetry)).containsExactly("2026-11-24: 7");
    }

    @Test
    default void too_large_a_sum_is_an_error_and_leaves_all_as_it_was() {
        var telemetry = storage().telemetry(someUser());
        record(telemetry, sum(OUTPUT, "s").height(5));

        assertThatThrownBy(() -> record(
                        telemetry,
                        sum(OUTPUT, "s").height(7),
                        sum(OUTPUT, "other").height(Long.MAX_VALUE)))
                .isInstanceOf(ArithmeticException.class);

        assertThat(outputs(telemetry)).containsExactly("2026-11-24: 5");
        record(telemetry, sum(OUTPUT, "s").height(6));
        assertThat(outputs(telemetry)).containsExactly("2026-11-24: 6");
    }

    @Test
    default void only_telemetry_of_the_user_takes_sums() {
        var user = someUser();
        var logs = storage().logs(user);
        var theirs = storage().telemetry(someUser());
        var points = List.of(sum(OUTPUT, "s").build());

        for (var missing : List.of(theirs.id(), IntegrationId.random())) {
            assertThatThrownBy(() -> storage().sums().record(user, missing, points))
                    .isInstanceOf(IntegrationMissing.class);
        }
        assertThatThrownBy(() -> storage().sums().record(user, logs.id(), points))
                .isInstanceOf(IllegalArgumentException.class)
                .isNotInstanceOf(IntegrationMissing.class);
        assertThat(storage().utcDays(logs)).isEmpty();
        assertThat(storage().utcDays(theirs)).isEmpty();
    }

    @Test
    default void the_same_sum_of_two_users_is_two_and_no_point_is_no_day() {
        var anna = storage().telemetry(someUser());
        var ben = storage().telemetry(someUser());
        record(anna, sum(OUTPUT, "s").height(5));
        record(ben);

        assertThat(outputs(anna)).containsExactly("2026-11-24: 5");
        assertThat(storage().utcDays(ben)).isEmpty();
    }

    private Measures onlyDay(Integration telemetry) {
        assertThat(storage().utcDays(telemetry)).hasSize(1);
        return storage().utcDays(telemetry).get(0).measures();
    }

    private List<String> outputs(Integration telemetry) {
        return storage().utcDays(telemetry).stream()
                .map(day -> day.date() + ": " + day.measures().tokens().output())
                .toList();
    }

    private void record(Integration telemetry, Points... points) {
        storage()
                .sums()
                .record(
                        telemetry.user(),
                        telemetry.id(),
                        Arrays.stream(points).map(Points::build).toList());
    }
}
