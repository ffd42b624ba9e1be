package dev.aiusage.http;

import dev.aiusage.domain.usage.MeasureGroup;
import dev.aiusage.domain.usage.Provenance;
import dev.aiusage.domain.usage.Source;
import java.util.List;

/** Which sources each group of figures came from, in the order of trust; none where nobody knows it. */
record ProvenanceView(
        List<String> requests,
        List<String> tokens,
        List<String> lines,
        List<String> decisions,
        List<String> sessions,
        List<String> cost) {

    static ProvenanceView of(Provenance provenance) {
        return new ProvenanceView(
                names(provenance, MeasureGroup.REQUESTS),
                names(provenance, MeasureGroup.TOKENS),
                names(provenance, MeasureGroup.LINES),
                names(provenance, MeasureGroup.DECISIONS),
                names(provenance, MeasureGroup.SESSIONS),
                names(provenance, MeasureGroup.COST));
    }

    /** Two kinds of exports have one name. */
    private static List<String> names(Provenance provenance, MeasureGroup group) {
        return provenance.sources(group).stream().map(Source::slug).distinct().toList();
    }
}
