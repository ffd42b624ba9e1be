package dev.aiusage.application.screenshots;

import dev.aiusage.domain.integration.Tool;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What was read off a picture and nobody has looked over yet. Instants have microseconds, as every storage keeps them. */
public record ScreenshotDraft(
        ScreenshotId id, Optional<Tool> tool, List<ReadDay> days, OptionalDouble confidence, Instant createdAt) {

    /** How long it can be confirmed. */
    public static final Duration KEPT = Duration.ofDays(7);

    public ScreenshotDraft {
        days = List.copyOf(days);
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
    }

    public Instant expiresAt() {
        return createdAt.plus(KEPT);
    }
}
