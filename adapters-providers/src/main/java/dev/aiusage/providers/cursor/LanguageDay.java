package dev.aiusage.providers.cursor;

import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.providers.calls.JsonFields;
import dev.aiusage.providers.files.Languages;
import java.time.LocalDate;

/**
 * What became of edits of files of one kind on one day. The report's lines are left out: it adds those removed to those added.
 */
record LanguageDay(LocalDate date, Label language, Measures measures) {

    static LanguageDay of(JsonFields row) {
        var decisions = new Decisions(Count.UNKNOWN, row.count("total_accepts"), row.count("total_rejects"));
        return new LanguageDay(
                row.date("event_date"),
                language(row.text("file_extension").orElse("")),
                Measures.NONE.withDecisions(decisions));
    }

    /** Extensions come with their dot, without it, or as junk. */
    private static Label language(String extension) {
        var bare = extension.startsWith(".") ? extension.substring(1) : extension;
        return Languages.ofFile("file." + bare);
    }
}
