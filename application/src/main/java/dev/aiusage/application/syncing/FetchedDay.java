package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.DayState;
import java.time.Instant;
import java.time.LocalDate;

/** A UTC day that a vendor was asked for: whether it had usage, and whether the vendor may still change that. */
public record FetchedDay(LocalDate date, DayState state, boolean hasUsage, Instant fetchedAt) {}
