package dev.aiusage.providers.trackers;

import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** A day in the making, with the names that its usage falls to. A name that comes again adds up. */
final class NamedDay {

    private Measures measures;
    private Label project = Label.NONE;
    private final Map<Label, Measures> models = new LinkedHashMap<>();

    NamedDay(Measures measures) {
        this.measures = measures;
    }

    /** A model's usage that the day does not hold yet. */
    void addModel(Label model, Measures more) {
        measures = measures.plus(more);
        model(model, more);
    }

    NamedDay plus(NamedDay other) {
        measures = measures.plus(other.measures);
        other.models.forEach(this::model);
        return this;
    }

    NamedDay model(Label model, Measures share) {
        if (model.isPresent()) {
            models.merge(model, share, Measures::plus);
        }
        return this;
    }

    NamedDay project(Label named) {
        project = named;
        return this;
    }

    Map<Label, Measures> models() {
        return models;
    }

    Measures measures() {
        return measures;
    }

    UsageDay on(LocalDate date) {
        var parts = new ArrayList<Breakdown>();
        models.forEach((model, share) -> parts.add(new Breakdown(Dimension.MODEL, model, share)));
        if (project.isPresent()) {
            parts.add(new Breakdown(Dimension.PROJECT, project, measures));
        }
        return new UsageDay(date, measures, parts);
    }
}
