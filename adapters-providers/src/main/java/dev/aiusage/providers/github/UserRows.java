package dev.aiusage.providers.github;

import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.providers.calls.DayBook;
import dev.aiusage.providers.calls.JsonFields;
import java.time.LocalDate;

/**
 * Notes the rows of report files. Files come in three forms: a row for each line, an object (or a list of these) whose
 * {@code day_totals} hold the rows, or one row alone.
 *
 * @param account the login of the only one whose rows count; everybody's do where it is empty
 */
record UserRows(String account) {

    private static final String DAY = "day";
    private static final String DAY_TOTALS = "day_totals";
    private static final String LOGIN = "user_login";

    void note(JsonFields read, DateRange reported, DayBook book) {
        if (read.has(DAY_TOTALS)) {
            read.objects(DAY_TOTALS).forEach(row -> noteRow(row, reported, book));
        } else {
            noteRow(read, reported, book);
        }
    }

    private void noteRow(JsonFields row, DateRange reported, DayBook book) {
        if (!isWanted(row)) {
            return;
        }
        var day = day(row, reported);
        var measures = UserRow.measures(row);
        book.add(day, measures);
        if (account.isEmpty()) {
            book.addPart(day, Dimension.MEMBER, row.label(row.has(LOGIN) ? LOGIN : "user_id"), measures);
        }
        row.objects("totals_by_model_feature").forEach(part -> note(part, Dimension.MODEL, day, book));
        row.objects("totals_by_language_feature").forEach(part -> note(part, Dimension.LANGUAGE, day, book));
    }

    private static void note(JsonFields part, Dimension dimension, LocalDate day, DayBook book) {
        book.addPart(day, dimension, part.label(dimension.slug()), UserRow.measuresOfPart(part));
    }

    private boolean isWanted(JsonFields row) {
        return account.isEmpty()
                || row.text(LOGIN).filter(account::equalsIgnoreCase).isPresent();
    }

    private static LocalDate day(JsonFields row, DateRange reported) {
        return row.has(DAY) || reported.days() > 1 ? row.date(DAY) : reported.from();
    }
}
