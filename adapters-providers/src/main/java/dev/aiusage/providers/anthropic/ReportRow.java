package dev.aiusage.providers.anthropic;

import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import java.time.LocalDate;
import java.util.List;

/**
 * What a row of any report says.
 *
 * @param member a person's e-mail, or the name or id of what called in their place; none where the report does not tell
 * @param measures of the whole row
 * @param models what of them falls to models
 */
record ReportRow(LocalDate date, Label member, Measures measures, List<ModelPart> models) {

    record ModelPart(Label model, Measures measures) {}

    ReportRow {
        models = List.copyOf(models);
    }

    /** A row that belongs to one model whole. */
    static ReportRow ofModel(LocalDate date, Label member, Label model, Measures measures) {
        return new ReportRow(date, member, measures, List.of(new ModelPart(model, measures)));
    }
}
