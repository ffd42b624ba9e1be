package dev.aiusage.domain.usage;

import java.util.Collection;
import java.util.Optional;

/** The accepted part of what a tool offered, 0 to 1. Always made from sums: a mean of daily rates would weigh days alike. */
public record AcceptanceRate(double value) {

    public AcceptanceRate {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("an acceptance rate lies between 0 and 1: " + value);
        }
    }

    /**
     * The rate over many days: the sum of the accepted by the sum of the offered, over the days that know both. Empty when
     * nothing was offered. Vendors now and then count more acceptances than suggestions: that is kept as 1.
     */
    public static Optional<AcceptanceRate> over(Collection<Decisions> days) {
        var accepted = Count.ZERO;
        var offered = Count.ZERO;
        for (var day : days) {
            if (day.acceptances().isKnown() && day.offered().isKnown()) {
                accepted = accepted.plus(day.acceptances());
                offered = offered.plus(day.offered());
            }
        }
        if (!offered.isPositive()) {
            return Optional.empty();
        }
        return Optional.of(new AcceptanceRate(Math.min(1, (double) accepted.orElse(0) / offered.orElse(1))));
    }
}
