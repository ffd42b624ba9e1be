package dev.aiusage.providers.github;

import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.providers.calls.DayBook;
import dev.aiusage.providers.calls.JsonFields;
import java.time.LocalDate;

/** A day of {@code /copilot/usage}: totals, and completions by language and editor. */
final class OlderLegacyDay {

    private OlderLegacyDay() {}

    static void note(JsonFields row, LocalDate date, DayBook book) {
        var completions = Completions.measures(
                row.count("total_suggestions_count"),
                row.count("total_acceptances_count"),
                row.count("total_lines_accepted"));
        var chats = Counters.requests(row.count("total_chat_turns"));
        book.add(date, completions.withRequests(completions.requests().plus(chats)));
        row.objects("breakdown")
                .forEach(part -> book.addPart(
                        date,
                        Dimension.LANGUAGE,
                        part.label("language"),
                        Completions.measures(
                                part.count("suggestions_count"),
                                part.count("acceptances_count"),
                                part.count("lines_accepted"))));
    }
}
