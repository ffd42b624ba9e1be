package dev.aiusage.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.AiUsage;
import dev.aiusage.domain.dashboard.HeatmapMeasure;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.series.Grouping;
import dev.aiusage.domain.time.Interval;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.providers.files.DemoData;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DemoTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T12:00:00Z, UTC",
        "2026-11-24T23:59:59Z, Pacific/Kiritimati",
        "2026-11-24T00:00:00Z, Pacific/Pago_Pago",
        "2026-03-29T01:30:00Z, Europe/Berlin",
        "2028-02-29T18:20:00Z, Asia/Kathmandu",
        "2026-12-31T23:00:00Z, Pacific/Chatham"
    })
    void the_demo_shows_its_figures_up_to_today_wherever_today_is(Instant now, ZoneId zone) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        try (var usage = AiUsage.builder().demo(DemoData.builtIn()).clock(clock).build()) {
            var shown = new Host(usage, UserId.MOCK).dashboard(zone);

            var top = shown.topTool().orElseThrow();
            assertThat(shown.totalInteractions()).isEqualTo(4208);
            assertThat(shown.activeDays()).isEqualTo(67);
            assertThat(shown.heatmap(HeatmapMeasure.REQUESTS).total()).isEqualTo(4208);
            assertThat(shown.range().to()).isEqualTo(LocalDate.ofInstant(now, zone));
            assertThat(top.tool()).isEqualTo(Tool.CLAUDE_CODE);
            assertThat(top.totals().requests().count().orElse(0)).isEqualTo(1842);
            assertThat(top.totals().tokens().total().orElse(0)).isEqualTo(1_250_000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void its_charts_show_the_same_figures(Interval interval) {
        var clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
        try (var usage = AiUsage.builder().demo(DemoData.builtIn()).clock(clock).build()) {
            var host = new Host(usage, UserId.MOCK);

            for (var grouping : Grouping.values()) {
                var shown = host.series(interval, grouping, ZoneOffset.UTC).series();
                assertThat(shown.stream()
                                .mapToLong(one -> one.total().requests().count().orElse(0))
                                .sum())
                        .as(grouping.slug())
                        .isEqualTo(4208);
            }
        }
    }
}
