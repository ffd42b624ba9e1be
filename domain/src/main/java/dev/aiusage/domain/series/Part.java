package dev.aiusage.domain.series;

import dev.aiusage.domain.dashboard.SourcedDay;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.Provenance;
import java.util.Optional;

/**
 * What one series gets of a day of a tool.
 *
 * @param rated the decisions that tell how much was accepted
 * @param statedRate how much was accepted, if somebody told that without counts
 */
record Part(
        Label name, Measures measures, Decisions rated, Optional<AcceptanceRate> statedRate, Provenance provenance) {

    static Part whole(Label name, SourcedDay sourced) {
        var day = sourced.day();
        return new Part(name, day.measures(), day.measures().decisions(), day.statedRate(), sourced.provenance());
    }

    static Part labelled(Label name, Measures measures, Provenance ofDay) {
        var provenance = ofDay.only(group -> group.isKnown(measures));
        return new Part(name, measures, measures.decisions(), Optional.empty(), provenance);
    }

    /** The difference of two counts of decisions is a count; that of their rates is nobody's rate. */
    static Part unattributed(SourcedDay sourced, Measures attributed) {
        var day = sourced.day();
        var rated = attributed.decisions().isKnown()
                ? Decisions.UNKNOWN
                : day.measures().decisions();
        return new Part(Label.NONE, day.measures().minus(attributed), rated, day.statedRate(), sourced.provenance());
    }
}
