package dev.aiusage.domain.series;

import dev.aiusage.domain.dashboard.SourcedDay;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What tells the series of a chart apart. */
public enum Grouping {
    /** Nothing: one series of all there is. */
    NONE(""),
    TOOL("tool"),
    MODEL("model"),
    PROJECT("project"),
    LANGUAGE("language"),
    MEMBER("member");

    private final String slug;

    Grouping(String slug) {
        this.slug = slug;
    }

    /** {@link #NONE} has no name by which it could be found. */
    public static Optional<Grouping> named(String slug) {
        return Arrays.stream(values())
                .filter(grouping -> grouping != NONE && grouping.slug.equals(slug))
                .findFirst();
    }

    public String slug() {
        return slug;
    }

    /** A day of a tool, cut up. The last part is what belongs to no label, if days are cut by labels. */
    List<Part> parts(Tool tool, SourcedDay day) {
        return switch (this) {
            case NONE -> List.of(Part.whole(Label.NONE, day));
            case TOOL -> List.of(Part.whole(Label.of(tool.slug()), day));
            case MODEL -> parts(Dimension.MODEL, day);
            case PROJECT -> parts(Dimension.PROJECT, day);
            case LANGUAGE -> parts(Dimension.LANGUAGE, day);
            case MEMBER -> parts(Dimension.MEMBER, day);
        };
    }

    private static List<Part> parts(Dimension dimension, SourcedDay day) {
        var labelled = day.day().breakdowns(dimension).toList();
        var attributed = labelled.stream().map(Breakdown::measures).reduce(Measures.NONE, Measures::plus);
        return Stream.concat(
                        labelled.stream().map(part -> Part.labelled(part.label(), part.measures(), day.provenance())),
                        Stream.of(Part.unattributed(day, attributed)))
                .toList();
    }
}
