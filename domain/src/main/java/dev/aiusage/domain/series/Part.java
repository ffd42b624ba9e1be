package dev.aiusage.domain.series;

import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;

/**
 * What one series gets of a day of a tool.
 *
 * @param rated the decisions that tell how much was accepted
 */
record Part(Label name, Measures measures, Decisions rated) {

    static Part of(Label name, Measures measures) {
        return new Part(name, measures, measures.decisions());
    }

    /** The difference of two counts of decisions is a count; that of their rates is nobody's rate. */
    static Part unattributed(Measures whole, Measures attributed) {
        var rated = attributed.decisions().isKnown() ? Decisions.UNKNOWN : whole.decisions();
        return new Part(Label.NONE, whole.minus(attributed), rated);
    }
}
