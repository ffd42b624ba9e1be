package dev.aiusage.domain.telemetry;

import static dev.aiusage.domain.telemetry.FinerSource.EDIT_EVENTS;
import static dev.aiusage.domain.telemetry.FinerSource.REQUEST_EVENTS;
import static dev.aiusage.domain.telemetry.FinerSource.SINGLE_REQUEST_COSTS;
import static dev.aiusage.domain.telemetry.FinerSource.SINGLE_REQUEST_SUMS;
import static dev.aiusage.domain.telemetry.SumDetail.RUNNING;
import static dev.aiusage.domain.telemetry.SumDetail.SINGLE_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.SessionKey;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class SumSubjectTest {

    private static final Instant LATE = Instant.parse("2026-11-24T23:45:00Z");
    private static final SessionKey SESSION = SessionKey.of(Tool.CLAUDE_CODE, "s");
    private static final WorkScope IN_SESSION = new WorkScope.Session(SESSION);
    private static final WorkScope ON_DAY = new WorkScope.UtcDay(LocalDate.of(2026, 11, 24));

    @Test
    void a_running_sum_steps_back_for_requests_and_for_sums_of_single_ones() {
        assertThat(subject(SumMeasure.OUTPUT, RUNNING, SESSION).stepsBackFor(LATE))
                .containsExactly(
                        new FinerWork(REQUEST_EVENTS, IN_SESSION), new FinerWork(SINGLE_REQUEST_SUMS, IN_SESSION));
    }

    @Test
    void a_sum_of_single_requests_steps_back_for_events_alone_and_is_known_to_coarser_ones() {
        var single = subject(SumMeasure.OUTPUT, SINGLE_REQUEST, SESSION);

        assertThat(single.stepsBackFor(LATE)).containsExactly(new FinerWork(REQUEST_EVENTS, IN_SESSION));
        assertThat(single.makesKnown(LATE))
                .containsExactly(
                        new FinerWork(SINGLE_REQUEST_SUMS, ON_DAY), new FinerWork(SINGLE_REQUEST_SUMS, IN_SESSION));
        assertThat(subject(SumMeasure.OUTPUT, RUNNING, SESSION).makesKnown(LATE))
                .isEmpty();
    }

    @Test
    void a_running_cost_steps_back_for_sums_of_single_requests_that_are_costs() {
        assertThat(subject(SumMeasure.COST, RUNNING, SESSION).stepsBackFor(LATE))
                .containsExactly(
                        new FinerWork(REQUEST_EVENTS, IN_SESSION), new FinerWork(SINGLE_REQUEST_COSTS, IN_SESSION));
        assertThat(subject(SumMeasure.COST, SINGLE_REQUEST, SESSION).makesKnown(LATE))
                .containsExactly(
                        new FinerWork(SINGLE_REQUEST_SUMS, ON_DAY),
                        new FinerWork(SINGLE_REQUEST_SUMS, IN_SESSION),
                        new FinerWork(SINGLE_REQUEST_COSTS, ON_DAY),
                        new FinerWork(SINGLE_REQUEST_COSTS, IN_SESSION));
    }

    @Test
    void lines_step_back_for_edits() {
        assertThat(subject(SumMeasure.LINES_ADDED, RUNNING, SESSION).stepsBackFor(LATE))
                .containsExactly(new FinerWork(EDIT_EVENTS, IN_SESSION));
        assertThat(subject(SumMeasure.LINES_ADDED, SINGLE_REQUEST, SESSION).makesKnown(LATE))
                .isEmpty();
    }

    @Test
    void without_a_session_the_day_decides() {
        assertThat(subject(SumMeasure.OUTPUT, SINGLE_REQUEST, SessionKey.NONE).stepsBackFor(LATE))
                .containsExactly(new FinerWork(REQUEST_EVENTS, ON_DAY));
        assertThat(subject(SumMeasure.OUTPUT, SINGLE_REQUEST, SessionKey.NONE).makesKnown(LATE))
                .containsExactly(new FinerWork(SINGLE_REQUEST_SUMS, ON_DAY));
    }

    private static SumSubject subject(SumMeasure measure, SumDetail detail, SessionKey session) {
        return new SumSubject(measure, detail, EventLabels.NONE, session);
    }
}
