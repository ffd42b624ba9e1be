package dev.aiusage.providers.github;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.providers.calls.DayBook;
import dev.aiusage.providers.calls.VendorCalls;
import dev.aiusage.providers.calls.VendorJson;
import java.io.IOException;
import java.time.LocalDate;
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
    /** By 401 and 403 the files' host tells that a link has expired, by 404 that there is no such file, or not yet. */
    private static final Set<Integer> LEADS_NOWHERE = Set.of(401, 403, 404);

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

    /**
     * The report about the newest 28 days, whichever GitHub counts as these today. None also where its files are not to be had:
     * each day has a report of its own.
     */
    Optional<Report> latest() {
        var url = api.report(LATEST).build();
        return links(url).flatMap(links -> read(links, url));
    }

    /** A report that is announced and lacks a file tells nothing, for neither a part of a day nor an empty one would be true. */
    List<UsageDay> ofDay(LocalDate day) {
        var url = api.report("users-1-day")
                .addQueryParameter("day", day.toString())
                .build();
        var links = links(url);
        if (links.isEmpty()) {
            return List.of();
        }
        return read(links.get(), url)
                .orElseThrow(() -> new VendorFailure.Unavailable(
                        "GitHub's links to the files of its report of " + day + " lead nowhere, though they are new."))
                .usage();
    }

    /**
     * Links that lead nowhere are asked for again once; what was read from some of their files is thrown away. Empty if the new
     * ones are no better.
     */
    private Optional<Report> read(ReportLinks links, HttpUrl url) {
        var report = download(links);
        return report.isPresent() ? report : links(url).flatMap(this::download);
    }

    private Optional<ReportLinks> links(HttpUrl url) {
        return api.get(url, answer -> VendorJson.objectIfAny(answer).map(ReportLinks::of));
    }

    private Optional<Report> download(ReportLinks links) {
        var usage = new DayBook(links.days());
        for (var link : links.files()) {
            var request = new Request.Builder().url(link).build();
            var file = downloads.send(request, answer -> file(answer, links), LEADS_NOWHERE);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            file.get().forEach(usage::add);
        }
        return Optional.of(new Report(links.days(), usage.days()));
    }

    /** Nothing where the link leads nowhere. Each try has a book of its own, so that a cut file is not counted in part. */
    private Optional<List<UsageDay>> file(Response answer, ReportLinks links) throws IOException {
        if (LEADS_NOWHERE.contains(answer.code())) {
            return Optional.empty();
        }
        var book = new DayBook(links.days());
        VendorJson.objects(answer, row -> rows.note(row, links.days(), book));
        return Optional.of(book.days());
    }
}
