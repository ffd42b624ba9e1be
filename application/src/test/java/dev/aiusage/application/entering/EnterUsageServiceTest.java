package dev.aiusage.application.entering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.DayLimits;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnterUsageServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final FakeEnteredDays entered = new FakeEnteredDays();
    private final EnterUsage service = new EnterUsageService(entered, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void days_of_several_tools_are_kept_at_once() {
        var days = List.of(day(Tool.CURSOR, "2026-11-23", 3), day(Tool.CODEX, "2026-11-23", 4));

        assertThat(service.enter(UserId.LOCAL, days)).isEqualTo(2);

        assertThat(entered.kept).containsExactly(new FakeEnteredDays.Kept(UserId.LOCAL, days, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01", "2019-12-31", "2026-11-27", "2999-01-01", "+999999999-12-31"})
    void a_day_that_no_usage_can_be_of_is_refused(String date) {
        assertThat(faults(day(Tool.CURSOR, "2026-11-23", 1), day(Tool.CURSOR, date, 1)))
                .containsExactly("metrics[1].metric_date");
    }

    @Test
    void the_same_day_of_a_tool_twice_is_refused_as_nobody_can_say_which_holds() {
        assertThat(faults(
                        day(Tool.CURSOR, "2026-11-23", 1),
                        day(Tool.CODEX, "2026-11-23", 1),
                        day(Tool.CURSOR, "2026-11-23", 1)))
                .containsExactly("metrics[2].metric_date");
    }

    @Test
    void more_than_a_day_can_have_is_refused_figure_by_figure() {
        var most = Count.of(DayLimits.MAX_COUNT);
        var tooMuch = Measures.NONE
                .withRequests(RequestCount.of(DayLimits.MAX_COUNT + 1, RequestBasis.AS_GIVEN))
                .withTokens(TokenCount.ofKinds(most, Count.ONE, Count.UNKNOWN, Count.UNKNOWN))
                .withSessions(Count.of(Long.MAX_VALUE))
                .withCost(Cost.ofNanoDollars(DayLimits.MAX_NANO_DOLLARS + 1, CostBasis.VENDOR_ESTIMATE));
        var half = Count.of(Long.MAX_VALUE / 2 + 1);
        var beyondAllNumbers = Measures.NONE.withTokens(TokenCount.ofKinds(half, half, Count.UNKNOWN, Count.UNKNOWN));

        assertThat(faults(day(Tool.CURSOR, "2026-11-23", tooMuch)))
                .containsExactly(
                        "metrics[0].request_count",
                        "metrics[0].token_count",
                        "metrics[0].sessions",
                        "metrics[0].cost_usd");
        assertThat(faults(day(Tool.CURSOR, "2026-11-23", beyondAllNumbers)))
                .containsExactly("metrics[0].tokens.input", "metrics[0].tokens.output", "metrics[0].token_count");
    }

    @Test
    void no_days_and_too_many_are_refused() {
        var many = Collections.nCopies(EnterUsage.MAX_DAYS + 1, day(Tool.CURSOR, "2026-11-23", 1));

        for (var days : List.of(List.<EnteredDay>of(), many)) {
            assertThatThrownBy(() -> service.enter(UserId.LOCAL, days))
                    .isInstanceOf(RequestRejected.InvalidField.class);
        }
        assertThat(entered.kept).isEmpty();
    }

    private List<String> faults(EnteredDay... days) {
        var refused = catchThrowableOfType(
                RequestRejected.InvalidFields.class, () -> service.enter(UserId.LOCAL, List.of(days)));
        assertThat(entered.kept).isEmpty();
        return refused.faults().stream()
                .map(RequestRejected.InvalidField::field)
                .toList();
    }

    private static EnteredDay day(Tool tool, String date, long requests) {
        return day(tool, date, Measures.NONE.withRequests(RequestCount.of(requests, RequestBasis.AS_GIVEN)));
    }

    private static EnteredDay day(Tool tool, String date, Measures measures) {
        return new EnteredDay(tool, UsageDay.of(LocalDate.parse(date), measures));
    }
}
