package dev.aiusage.application.screenshots;

import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Measures;
import java.time.LocalDate;
import java.util.Optional;

/** What a picture shows of one day. A picture of sums may not tell of which. */
public record ReadDay(Optional<LocalDate> date, Measures measures, Optional<AcceptanceRate> statedRate) {}
