package dev.aiusage.domain.usage;

/** The part of a day's (or range's) usage that falls to one label of one dimension. */
public record Breakdown(Dimension dimension, Label label, Measures measures) {

    public Breakdown {
        if (!label.isPresent()) {
            throw new IllegalArgumentException("a breakdown needs a label");
        }
    }
}
