package dev.aiusage.providers.anthropic;

import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.providers.calls.JsonFields;
import java.util.ArrayList;

/** What became of edits, which the two kinds of analytics tell alike but for the fields' names. */
final class ToolActions {

    private ToolActions() {}

    /** Of all tools, also those that are new. */
    static Decisions decisions(JsonFields tools, String accepted, String rejected) {
        var decisions = new ArrayList<Decisions>();
        tools.eachObject((tool, counts) ->
                decisions.add(new Decisions(Count.UNKNOWN, counts.count(accepted), counts.count(rejected))));
        return decisions.stream().reduce(Decisions.UNKNOWN, Decisions::plus);
    }

    static LinesChanged lines(JsonFields lines, String added, String removed) {
        return new LinesChanged(lines.count(added), lines.count(removed));
    }
}
