package dev.aiusage.providers.github;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.Rest;
import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.time.PlausibleTime;
import dev.aiusage.providers.calls.DayBook;
import dev.aiusage.providers.calls.JsonFields;
import dev.aiusage.providers.calls.JsonFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;

/**
 * Reads the files of GitHub's usage reports as its links download them, about users (a row for each user and day) or about the
 * organization, by what the client of the interface makes of their rows. The files of one report belong together: its days are the
 * sums of all their rows.
 */
public final class CopilotReportReader implements UsageReader {

    private static final ImportFormat FORMAT = new ImportFormat("copilot_report_ndjson");
    private static final int VERSION = 1;
    private static final String DAY = "day";
    private static final String DAY_TOTALS = "day_totals";

    private final Clock clock;

    public CopilotReportReader(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ImportFormat format() {
        return FORMAT;
    }

    @Override
    public IntegrationMethod method() {
        return IntegrationMethod.CSV;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Rest rest() {
        return Rest.NEEDS_BEGINNING;
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return JsonFile.beginsWith(beginning, DAY, "user_initiated_interaction_count");
    }

    @Override
    public ReadPosition read(InputStream bytes, ReadPosition from, EndOfFile end, UsageSink sink) throws IOException {
        var users = new UserRows(sink.hints().account());
        return JsonFile.read(bytes, from, sink, new Reports(sink, new PlausibleTime(clock.instant()), users));
    }

    private record Reports(UsageSink sink, PlausibleTime plausible, UserRows users) implements JsonFile.Content {

        @Override
        public boolean want(List<String> names) {
            return names.isEmpty();
        }

        @Override
        public void take(List<String> names, JsonFields object, JsonFile.Rows rows) {
            if (object.has(DAY_TOTALS)) {
                object.objects(DAY_TOTALS).forEach(row -> rows.row(() -> note(row)));
            } else {
                rows.row(() -> note(object));
            }
        }

        private void note(JsonFields row) {
            var day = row.date(DAY);
            if (!plausible.allows(day)) {
                throw row.malformed(DAY, "outside of the times of such tools");
            }
            var only = new DateRange(day, day);
            var book = new DayBook(only);
            users.note(row, only, book);
            book.days().forEach(noted -> sink.addToDay(Tool.GITHUB_COPILOT, noted));
        }
    }
}
