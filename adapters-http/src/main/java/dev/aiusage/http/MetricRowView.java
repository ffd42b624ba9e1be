package dev.aiusage.http;

import dev.aiusage.application.screenshots.ReadDay;
import dev.aiusage.domain.integration.Tool;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link MetricRows} reads, written. */
record MetricRowView(
        @Nullable String provider,
        @Nullable LocalDate metricDate,
        @Nullable Long requestCount,
        @Nullable Long tokenCount,
        TokensView tokens,
        @Nullable Long linesOfCode,
        @Nullable Long linesRemoved,
        @Nullable BigDecimal acceptanceRate,
        @Nullable Long sessions,
        @Nullable BigDecimal costUsd) {

    static MetricRowView of(Optional<Tool> tool, ReadDay day) {
        var measures = day.measures();
        return new MetricRowView(
                tool.map(Tool::slug).orElse(null),
                day.date().orElse(null),
                measures.requests().count().orNull(),
                measures.tokens().total().orNull(),
                TokensView.of(measures.tokens()),
                measures.lines().added().orNull(),
                measures.lines().removed().orNull(),
                day.statedRate().map(rate -> BigDecimal.valueOf(rate.value())).orElse(null),
                measures.sessions().orNull(),
                measures.cost().dollars().orElse(null));
    }
}
