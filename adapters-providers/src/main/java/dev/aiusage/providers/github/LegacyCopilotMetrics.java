package dev.aiusage.providers.github;

import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.providers.calls.DayBook;
import dev.aiusage.providers.calls.JsonFields;
import dev.aiusage.providers.calls.VendorJson;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * Exports of the interfaces that GitHub shut: {@code /copilot/metrics} (until April 2026) and, before it, {@code /copilot/usage}.
 * They tell an organization's days, and no members.
 */
public final class LegacyCopilotMetrics {

    private static final String DATE = "date";
    private static final String DAY = "day";

    private LegacyCopilotMetrics() {}

    /**
     * The days of an export, in order: a list of days as GitHub answered, or several after each other. A day that comes again, as in
     * answers that were kept every week, counts as it came last.
     *
     * @throws IOException also if it is no JSON
     * @throws dev.aiusage.application.syncing.VendorFailure.MalformedAnswer if it is none of the two
     */
    public static List<UsageDay> read(InputStream export) throws IOException {
        var days = new TreeMap<LocalDate, UsageDay>();
        VendorJson.objects(export, row -> {
            var day = day(row);
            days.put(day.date(), day);
        });
        return List.copyOf(days.values());
    }

    static UsageDay day(JsonFields row) {
        var date = row.date(row.has(DATE) ? DATE : DAY);
        var book = new DayBook(new DateRange(date, date));
        if (row.has(DATE)) {
            LegacyDay.note(row, date, book);
        } else {
            OlderLegacyDay.note(row, date, book);
        }
        return book.days().get(0);
    }
}
