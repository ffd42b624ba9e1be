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

    static ReportLinks of(JsonFields answer) {
        var files = answer.texts("download_links").stream()
                .map(link -> Optional.ofNullable(HttpUrl.parse(link))
                        .orElseThrow(() -> answer.malformed("download_links", "a list of something else than links")))
                .toList();
        return new ReportLinks(days(answer), files);
    }

    private static DateRange days(JsonFields answer) {
        if (answer.has("report_day")) {
            var day = answer.date("report_day");
            return new DateRange(day, day);
        }
        return new DateRange(answer.date("report_start_day"), answer.date("report_end_day"));
    }
}
