package dev.aiusage.providers.exports;

import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What one row adds to its day, and to the names that it bears. */
final class DayParts {

    private final Measures measures;
    private final List<Breakdown> parts = new ArrayList<>();

    DayParts(Measures measures) {
        this.measures = measures;
    }

    DayParts model(Label label) {
        return part(Dimension.MODEL, label, measures);
    }

    DayParts project(Label label) {
        return part(Dimension.PROJECT, label, measures);
    }

    DayParts member(Label label) {
        return part(Dimension.MEMBER, label, measures);
    }

    DayParts part(Dimension dimension, Label label, Measures share) {
        if (label.isPresent()) {
            parts.add(new Breakdown(dimension, label, share));
        }
        return this;
    }

    UsageDay on(LocalDate date) {
        return new UsageDay(date, measures, parts);
    }
}
