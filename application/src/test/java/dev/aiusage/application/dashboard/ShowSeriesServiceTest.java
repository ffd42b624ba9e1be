package dev.aiusage.application.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.SettableClock;
import dev.aiusage.application.usage.FakeUsageMetrics;
import dev.aiusage.application.usage.RepriceUsage;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.series.Grouping;
import dev.aiusage.domain.series.UsageSeries;
import dev.aiusage.domain.time.Interval;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ShowSeriesServiceTest {

    private static final UserId SOMEONE_ELSE = new UserId(new UUID(0, 7));

    private final SettableClock clock = new SettableClock("2026-11-24T23:30:00Z");
    private final FakeUsageMetrics metrics = new FakeUsageMetrics();
    private final List<UserId> repriced = new ArrayList<>();
    private final RepriceUsage pricing = user -> {
        repriced.add(user);
        return 0;
    };
    private final ShowSeries showSeries = new ShowSeriesService(metrics, pricing, clock);

    @Test
    void an_open_range_ends_today_in_the_asked_zone() {
        var inBerlin = showSeries.show(new SeriesQuery(
                UserId.LOCAL,
                AskedRange.OPEN,
                Interval.WEEK,
                Grouping.NONE,
                ToolFilter.ALL,
                ZoneId.of("Europe/Berlin")));

        assertThat(inBerlin.range().to()).isEqualTo("2026-11-25");
        assertThat(inBerlin.range().days()).isEqualTo(90);
        assertThat(inBerlin.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void only_the_users_own_usage_of_the_asked_days_and_tools_is_shown() {
        metrics.add(integration(SOMEONE_ELSE, Tool.CURSOR), day("2026-11-20", 100));
        metrics.add(integration(UserId.LOCAL, Tool.CODEX), day("2026-11-19", 50), day("2026-11-20", 3));
        metrics.add(integration(UserId.LOCAL, Tool.CURSOR), day("2026-11-20", 20));

        assertThat(total(shown("2026-11-20", Grouping.NONE, ToolFilter.ALL))).isEqualTo(requests(23));
        assertThat(total(shown("2026-11-20", Grouping.NONE, ToolFilter.only(Tool.CODEX))))
                .isEqualTo(requests(3));
    }

    @Test
    void it_is_what_a_dashboard_of_the_same_days_shows_at_current_prices() {
        metrics.add(integration(UserId.LOCAL, Tool.CODEX), day("2026-11-19", 50), day("2026-11-24", 3));
        var dashboard = new ShowDashboardService(metrics, pricing, Caveats.NONE, clock)
                .show(new DashboardQuery(UserId.LOCAL, 90, ToolFilter.ALL, ZoneOffset.UTC))
                .dashboard();

        var series = showSeries.show(new SeriesQuery(
                UserId.LOCAL, AskedRange.OPEN, Interval.DAY, Grouping.TOOL, ToolFilter.ALL, ZoneOffset.UTC));

        assertThat(series.range()).isEqualTo(dashboard.range());
        assertThat(total(series)).isEqualTo(dashboard.tools().get(0).totals());
        assertThat(repriced).containsExactly(UserId.LOCAL, UserId.LOCAL);
    }

    @Test
    void a_tool_that_nobody_knows_is_refused() {
        var rejected = catchThrowableOfType(
                RequestRejected.InvalidField.class,
                () -> shown("2026-11-20", Grouping.NONE, ToolFilter.only(new Tool("their_tool"))));

        assertThat(rejected.field()).isEqualTo("tool");
    }

    @Test
    void a_range_that_cannot_be_is_refused_before_anything_is_read() {
        var rejected = catchThrowableOfType(
                RequestRejected.InvalidField.class, () -> shown("2026-11-25", Grouping.NONE, ToolFilter.ALL));

        assertThat(rejected.field()).isEqualTo("from");
        assertThat(repriced).isEmpty();
    }

    @Test
    void more_points_than_an_answer_should_hold_are_refused_by_the_interval() {
        metrics.add(integration(UserId.LOCAL, Tool.CODEX), dayOfProjects("2026-11-24", 273));
        assertThat(shown("2025-11-24", Grouping.PROJECT, ToolFilter.ALL).size()).isEqualTo(99_918);
        metrics.add(integration(UserId.LOCAL, Tool.CURSOR), dayOfProjects("2026-11-24", 280));

        var rejected = catchThrowableOfType(
                RequestRejected.InvalidField.class, () -> shown("2025-11-24", Grouping.PROJECT, ToolFilter.ALL));

        assertThat(rejected.field()).isEqualTo("interval");
        assertThat(rejected).hasMessage("would make 102480 points, more than 100000; take a longer one, or fewer days");
    }

    private UsageSeries shown(String from, Grouping grouping, ToolFilter tools) {
        var range = new AskedRange(Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse("2026-11-24")));
        return showSeries.show(new SeriesQuery(UserId.LOCAL, range, Interval.DAY, grouping, tools, ZoneOffset.UTC));
    }

    private static Measures total(UsageSeries series) {
        assertThat(series.series()).hasSize(1);
        return series.series().get(0).total();
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

    private static UsageDay dayOfProjects(String date, int projects) {
        var parts = IntStream.range(0, projects)
                .mapToObj(number -> new Breakdown(Dimension.PROJECT, Label.of("project " + number), requests(1)))
                .toList();
        return new UsageDay(LocalDate.parse(date), requests(projects), parts);
    }

    private static Measures requests(long count) {
        return Measures.NONE.withRequests(RequestCount.of(count, RequestBasis.REQUESTS));
    }
}
