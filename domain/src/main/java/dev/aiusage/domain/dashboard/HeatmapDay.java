package dev.aiusage.domain.dashboard;

import java.time.LocalDate;

/** One square of a heatmap: how much on this day, and how strongly to colour it, 0 (nothing) to 4. */
public record HeatmapDay(LocalDate date, long count, int level) {}
