package dev.aiusage.http;

import dev.aiusage.application.screenshots.ScreenshotDraft;
import dev.aiusage.domain.integration.Tool;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A draft. Its rows have the form in which they can be corrected and sent back. */
record ScreenshotView(
        String screenshotId,
        @Nullable String toolName,
        @Nullable BigDecimal confidence,
        List<MetricRowView> metrics,
        Instant createdAt,
        Instant expiresAt) {

    static ScreenshotView of(ScreenshotDraft draft) {
        var confidence = draft.confidence();
        return new ScreenshotView(
                draft.id().toString(),
                draft.tool().map(Tool::slug).orElse(null),
                confidence.isPresent() ? BigDecimal.valueOf(confidence.getAsDouble()) : null,
                draft.days().stream()
                        .map(day -> MetricRowView.of(draft.tool(), day))
                        .toList(),
                draft.createdAt(),
                draft.expiresAt());
    }
}
