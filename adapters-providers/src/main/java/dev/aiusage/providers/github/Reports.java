package dev.aiusage.providers.github;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.providers.calls.DayBook;
import dev.aiusage.providers.calls.VendorCalls;
import dev.aiusage.providers.calls.VendorJson;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The reports about users. Those about the organization as a whole are never asked for: their counters and breakdowns are the sums
 * over the users, and they tell no members and nothing that could be narrowed to one.
 */
final class Reports {

    private static final String LATEST = "users-28-day/latest";
    private static final int NO_FILE = 404;
    private static final Set<Integer> EXPIRED = Set.of(401, 403);
    private static final Set<Integer> TELLING = Set.of(401, 403, NO_FILE);

    private final GithubApi api;
    private final VendorCalls downloads;
    private final UserRows rows;

    Reports(GithubApi api, VendorCalls downloads, UserRows rows) {
        this.api = api;
        this.downloads = downloads;
        this.rows = rows;
    }

    /** Asks for a report without fetching it, which tells whether the token may. */
    void probe() {
        links(api.report(LATEST).build());
    }

    /** The report about the newest 28 days, whichever GitHub counts as these today. */
    Optional<Report> latest() {
        return read(api.report(LATEST).build());
    }

    List<UsageDay> ofDay(LocalDate day) {
        var url = api.report("users-1-day").addQueryParameter("day", day.toString());
        return read(url.build()).map(Report::usage).orElse(List.of());
    }

    /** Links that expired on the way are asked for again once; what was read from some of their files is thrown away. */
    private Optional<Report> read(HttpUrl url) {
        var links = links(url);
        if (links.isEmpty()) {
            return Optional.empty();
        }
        var report = download(links.get());
        return report.isPresent() ? report : links(url).map(this::downloadAtOnce);
    }

    private Report downloadAtOnce(ReportLinks links) {
        return download(links)
                .orElseThrow(() -> new VendorFailure.Unavailable(
                        "GitHub's links to the files of its report lead nowhere, though they are new."));
    }

    private Optional<ReportLinks> links(HttpUrl url) {
        return api.get(url, answer -> VendorJson.objectIfAny(answer).map(ReportLinks::of));
    }

    private Optional<Report> download(ReportLinks links) {
        var usage = new ArrayList<UsageDay>();
        for (var link : links.files()) {
            var request = new Request.Builder().url(link).build();
            var file = downloads.send(request, answer -> file(answer, links), TELLING);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            usage.addAll(file.get());
        }
        return Optional.of(new Report(links.days(), usage));
    }

    /** Nothing where the link has expired. Each try has a book of its own, so that a cut file is not counted in part. */
    private Optional<List<UsageDay>> file(Response answer, ReportLinks links) throws IOException {
        if (EXPIRED.contains(answer.code())) {
            return Optional.empty();
        }
        var book = new DayBook(links.days());
        if (answer.code() != NO_FILE) {
            VendorJson.objects(answer, row -> rows.note(row, links.days(), book));
        }
        return Optional.of(book.days());
    }
}
