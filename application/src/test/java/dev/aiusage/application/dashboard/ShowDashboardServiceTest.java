package dev.aiusage.application.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.SettableClock;
import dev.aiusage.application.usage.FakeUsageMetrics;
import dev.aiusage.application.usage.RepriceUsage;
import dev.aiusage.domain.dashboard.Dashboard;
import dev.aiusage.domain.dashboard.ToolUsage;
import dev.aiusage.domain.dashboard.UnpricedModel;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShowDashboardServiceTest {

    private static final UserId SOMEONE_ELSE = new UserId(new UUID(0, 7));

    private final SettableClock clock = new SettableClock("2026-11-24T12:00:00Z");
    private final FakeUsageMetrics metrics = new FakeUsageMetrics();
    private final List<DashboardWarning> caveats = new ArrayList<>();
    private final ShowDashboard showDashboard =
            new ShowDashboardService(metrics, RepriceUsage.NEVER, () -> caveats, clock);

    @Test
    void the_range_ends_today_in_the_asked_zone() {
        clock.set("2026-11-24T23:30:00Z");

        assertThat(shown(7, "UTC").range().to()).isEqualTo("2026-11-24");
        assertThat(shown(7, "Europe/Berlin").range().to()).isEqualTo("2026-11-25");
        assertThat(shown(7, "Europe/Berlin").range().from()).isEqualTo("2026-11-19");
        assertThat(shown(7, "America/New_York").range().to()).isEqualTo("2026-11-24");
        assertThat(shown(7, "Pacific/Kiritimati").range().to()).isEqualTo("2026-11-25");
    }

    @Test
    void today_moves_with_the_clock() {
        assertThat(shown(1, "UTC").range().to()).isEqualTo("2026-11-24");

        clock.set("2026-11-25T00:00:00Z");

        assertThat(shown(1, "UTC").range().to()).isEqualTo("2026-11-25");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 90, 366})
    void up_to_366_days_are_shown(int days) {
        assertThat(shown(days, "UTC").range().days()).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 367, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void other_numbers_of_days_are_refused(int days) {
        var rejected = catchThrowableOfType(RequestRejected.InvalidField.class, () -> shown(days, "UTC"));

        assertThat(rejected.field()).isEqualTo("days");
        assertThat(rejected).hasMessage("must lie between 1 and 366, not " + days);
    }

    @Test
    void only_the_users_own_usage_is_shown() {
        metrics.add(integration(SOMEONE_ELSE, Tool.CURSOR), day("2026-11-24", 5));
        metrics.add(integration(UserId.LOCAL, Tool.CODEX), day("2026-11-24", 3), day("2026-08-26", 100));

        var dashboard = shown(90, "UTC");

        assertThat(dashboard.totalInteractions()).isEqualTo(3);
        assertThat(dashboard.tools()).extracting(ToolUsage::tool).containsExactly(Tool.CODEX);
    }

    @Test
    void a_tool_can_be_asked_for_if_it_is_known_by_name_or_the_user_has_it() {
        metrics.add(integration(UserId.LOCAL, new Tool("my_tool")), day("2026-11-24", 5));

        assertThat(show(ToolFilter.only(new Tool("my_tool"))).dashboard().totalInteractions())
                .isEqualTo(5);
        assertThatNoException().isThrownBy(() -> show(ToolFilter.only(Tool.GEMINI_CLI)));
        assertThat(show(ToolFilter.only(Tool.GEMINI_CLI)).dashboard().tools()).isEmpty();
    }

    @Test
    void a_tool_that_nobody_knows_is_refused() {
        metrics.add(integration(SOMEONE_ELSE, new Tool("their_tool")));

        var rejected = catchThrowableOfType(
                RequestRejected.InvalidField.class, () -> show(ToolFilter.only(new Tool("their_tool"))));

        assertThat(rejected.field()).isEqualTo("tool");
        assertThat(rejected).hasMessage("no tool is called their_tool");
    }

    @Test
    void warnings_tell_what_qualifies_the_numbers_and_which_models_have_no_price() {
        caveats.add(new DashboardWarning.ScanInProgress());
        metrics.add(integration(UserId.LOCAL, Tool.CODEX), unpricedDay("2026-11-24", "new-model"));

        var warnings = show(ToolFilter.ALL).warnings();

        assertThat(warnings)
                .containsExactly(
                        new DashboardWarning.ScanInProgress(),
                        new DashboardWarning.Unpriced(new UnpricedModel(Tool.CODEX, Label.of("new-model"), 2)));
        assertThat(warnings).extracting(DashboardWarning::code).containsExactly("scan_in_progress", "unpriced_model");
        assertThat(warnings).allSatisfy(warning -> assertThat(warning.detail()).isNotBlank());
    }

    @Test
    void models_of_tools_that_are_not_shown_need_no_warning() {
        metrics.add(integration(UserId.LOCAL, Tool.CODEX), unpricedDay("2026-11-24", "new-model"));

        assertThat(show(ToolFilter.only(Tool.CURSOR)).warnings()).isEmpty();
    }

    @Test
    void without_caveats_there_is_no_warning() {
        var withoutCaveats = new ShowDashboardService(metrics, RepriceUsage.NEVER, Caveats.NONE, clock);

        assertThat(withoutCaveats
                        .show(new DashboardQuery(UserId.LOCAL, 90, ToolFilter.ALL, ZoneOffset.UTC))
                        .warnings())
                .isEmpty();
    }

    private Dashboard shown(int days, String zone) {
        return showDashboard
                .show(new DashboardQuery(UserId.LOCAL, days, ToolFilter.ALL, ZoneId.of(zone)))
                .dashboard();
    }

    private ShownDashboard show(ToolFilter tools) {
        return showDashboard.show(new DashboardQuery(UserId.LOCAL, 90, tools, ZoneOffset.UTC));
    }

    private static Integration integration(UserId user, Tool tool) {
        return Integration.opened(
                IntegrationId.random(),
                user,
                tool,
                IntegrationMethod.API,
                Scope.EVERYTHING,
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static UsageDay day(String date, long requests) {
        return UsageDay.of(LocalDate.parse(date), requests(requests));
    }

    private static UsageDay unpricedDay(String date, String model) {
        return new UsageDay(
                LocalDate.parse(date),
                requests(2),
                List.of(new Breakdown(
                        Dimension.MODEL, Label.of(model), requests(2).withTokens(TokenCount.ofTotal(Count.of(20))))));
    }

    private static Measures requests(long count) {
        return Measures.NONE.withRequests(RequestCount.of(count, RequestBasis.REQUESTS));
    }
}
