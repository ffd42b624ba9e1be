package dev.aiusage.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.AiUsage;
import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.domain.dashboard.DayBasis;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.series.Grouping;
import dev.aiusage.domain.series.SeriesPoint;
import dev.aiusage.domain.time.Interval;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.MeasureGroup;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.Source;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.testing.Transcript;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnteredUsageTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final UserId ADA = new UserId(UUID.fromString("0a000000-0000-4000-8000-000000000001"));

    private final AiUsage usage =
            AiUsage.builder().inMemory().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
    private final Host host = new Host(usage, ADA);

    @AfterEach
    void close() {
        usage.close();
    }

    @Test
    void a_tool_that_is_typed_in_only_is_shown_as_any_other() {
        enter(Tool.CURSOR, requests(3));
        enter(Tool.CURSOR, requests(5).withStatedRate(Optional.of(new AcceptanceRate(0.8))));

        var shown = host.dashboard().topTool().orElseThrow();
        assertThat(shown.tool()).isEqualTo(Tool.CURSOR);
        assertThat(shown.totals().requests()).isEqualTo(RequestCount.of(5, RequestBasis.AS_GIVEN));
        assertThat(shown.activeDays()).isEqualTo(1);
        assertThat(shown.basis()).isEqualTo(DayBasis.UTC);
        assertThat(shown.lastSyncedAt()).hasValue(NOW);
        assertThat(shown.acceptanceRate()).isEmpty();
        assertThat(today().acceptanceRate()).hasValue(new AcceptanceRate(0.8));
    }

    @Test
    void what_is_typed_in_fills_in_what_the_logs_do_not_know_and_each_figure_says_whose_word_it_is() {
        host.bring(Transcript.of("ada", 4, NOW));
        enter(
                Tool.CLAUDE_CODE,
                UsageDay.of(TODAY, requests(99).measures().withSessions(Count.of(2)))
                        .withStatedRate(Optional.of(new AcceptanceRate(0.5))));

        var point = today();
        assertThat(point.measures().requests()).isEqualTo(RequestCount.of(4, RequestBasis.REQUESTS));
        assertThat(point.acceptanceRate()).hasValue(new AcceptanceRate(0.5));
        assertThat(point.provenance().sources(MeasureGroup.REQUESTS)).containsExactly(Source.EVENTS);
        assertThat(point.provenance().sources(MeasureGroup.DECISIONS)).containsExactly(Source.MANUAL);
        assertThat(host.dashboard().totalInteractions()).isEqualTo(4);
    }

    private void enter(Tool tool, UsageDay day) {
        assertThat(usage.enterUsage().enter(ADA, List.of(new EnteredDay(tool, day))))
                .isEqualTo(1);
    }

    private SeriesPoint today() {
        return host.series(Interval.DAY, Grouping.NONE, ZoneOffset.UTC)
                .series()
                .get(0)
                .points()
                .filter(point -> point.period().contains(TODAY))
                .findFirst()
                .orElseThrow();
    }

    private static UsageDay requests(long count) {
        return UsageDay.of(TODAY, Measures.NONE.withRequests(RequestCount.of(count, RequestBasis.AS_GIVEN)));
    }
}
