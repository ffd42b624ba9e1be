package dev.aiusage.providers.github;

import dev.aiusage.domain.time.DateRange;
import dev.aiusage.providers.calls.JsonFields;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * The first step's answer: where the files of a report are to be had, for a short while.
 *
 * @param days that the report is about
 */
record ReportLinks(DateRange days, List<HttpUrl> files) {

    private static final int MOST_DAYS = 100;
    private static final int MOST_FILES = 1000;

    static ReportLinks of(JsonFields answer) {
        var files = answer.texts("download_links").stream()
                .map(link -> Optional.ofNullable(HttpUrl.parse(link))
                        .orElseThrow(() -> answer.malformed("download_links", "a list of something else than links")))
                .toList();
        if (files.size() > MOST_FILES) {
            throw answer.malformed("download_links", "a list of more files than a report has");
        }
        var days = days(answer);
        if (days.days() > MOST_DAYS) {
            throw answer.malformed("report_start_day", "further from report_end_day than it can be");
        }
        return new ReportLinks(days, files);
    }

    private static DateRange days(JsonFields answer) {
        if (answer.has("report_day")) {
            var day = answer.date("report_day");
            return new DateRange(day, day);
        }
        return new DateRange(answer.date("report_start_day"), answer.date("report_end_day"));
    }
}
