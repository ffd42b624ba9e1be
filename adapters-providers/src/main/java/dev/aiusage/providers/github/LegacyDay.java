package dev.aiusage.providers.github;

import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.providers.calls.DayBook;
import dev.aiusage.providers.calls.JsonFields;
import java.time.LocalDate;
import java.util.stream.Stream;

/** A day of {@code /copilot/metrics}: chats by editor and model, completions by editor, model and language, in nested lists. */
final class LegacyDay {

    private LegacyDay() {}

    static void note(JsonFields row, LocalDate date, DayBook book) {
        book.add(date, Measures.NONE);
        modelsOfEditors(row, "copilot_ide_code_completions")
                .forEach(model ->
                        model.objects("languages").forEach(language -> noteCompletions(model, language, date, book)));
        Stream.concat(
                        modelsOfEditors(row, "copilot_ide_chat"),
                        row.object("copilot_dotcom_chat").objects("models"))
                .forEach(model -> noteChats(model, date, book));
    }

    private static void noteCompletions(JsonFields model, JsonFields language, LocalDate date, DayBook book) {
        var measures = Completions.measures(
                language.count("total_code_suggestions"),
                language.count("total_code_acceptances"),
                language.count("total_code_lines_accepted"));
        book.add(date, measures);
        book.addPart(date, Dimension.MODEL, model.label("name"), measures);
        book.addPart(date, Dimension.LANGUAGE, language.label("name"), measures);
    }

    private static void noteChats(JsonFields model, LocalDate date, DayBook book) {
        var measures = Measures.NONE.withRequests(Counters.requests(model.count("total_chats")));
        book.add(date, measures);
        book.addPart(date, Dimension.MODEL, model.label("name"), measures);
    }

    private static Stream<JsonFields> modelsOfEditors(JsonFields row, String product) {
        return row.object(product).objects("editors").flatMap(editor -> editor.objects("models"));
    }
}
