package dev.aiusage.domain.usage;

import static dev.aiusage.domain.usage.UsageDays.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MeasuresTest {

    @Test
    void a_request_a_token_a_changed_line_or_an_acceptance_is_activity() {
        assertThat(Stream.of(
                        today().requests(1),
                        today().tokens(1),
                        today().lines(1, 0),
                        today().lines(0, 1),
                        today().decided(1, 0),
                        today().suggested(9, 1)))
                .allMatch(day -> day.measures().isActivity());
    }

    @Test
    void cost_sessions_rejections_and_zeros_are_none() {
        assertThat(Stream.of(
                        today(),
                        today().cost("5"),
                        today().sessions(2),
                        today().decided(0, 3),
                        today().suggested(9, 0),
                        today().requests(0).tokens(0).lines(0, 0)))
                .noneMatch(day -> day.measures().isActivity());
    }

    @Test
    void every_group_adds_up_for_itself() {
        var sum = today().requests(1)
                .tokens(2)
                .sessions(1)
                .measures()
                .plus(today().requests(2).lines(3, 4).measures());

        assertThat(sum)
                .isEqualTo(today().requests(3).tokens(2).lines(3, 4).sessions(1).measures());
    }

    @Test
    void a_day_can_not_have_a_label_twice_in_one_dimension() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> today().model("a", part -> part)
                        .model("a", part -> part)
                        .toUsageDay());
        assertThat(today().model("a", part -> part)
                        .project("a", part -> part)
                        .toUsageDay()
                        .breakdowns())
                .hasSize(2);
    }

    private static UsageDays today() {
        return day("2026-11-24");
    }
}
