package dev.aiusage.providers.anthropic;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.providers.calls.DayBook;
import dev.aiusage.providers.calls.JsonFields;
import dev.aiusage.providers.calls.PageNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** Reads all pages of a report. */
final class ReportPages {

    private static final int MAX_PAGES = 1000;

    private final AnthropicApi api;
    private final Whose whose;

    ReportPages(AnthropicApi api, Whose whose) {
        this.api = api;
        this.whose = whose;
    }

    /**
     * The days of a window as a report tells them. Where its pages expire while they are read, it is read once more from the first.
     *
     * @param rows of an element of {@code data}
     */
    List<UsageDay> days(HttpUrl first, DateRange window, Function<JsonFields, Stream<ReportRow>> rows) {
        return read(first, window, rows)
                .or(() -> read(first, window, rows))
                .orElseThrow(
                        () -> new VendorFailure.Unavailable("Anthropic's pages expired twice while they were read."))
                .days();
    }

    /** Empty if the pages expired. */
    private Optional<DayBook> read(HttpUrl first, DateRange window, Function<JsonFields, Stream<ReportRow>> rows) {
        var book = new DayBook(window);
        var names = new PageNames(MAX_PAGES);
        var parser = new PageParser(window.days(), rows);
        var page = api.get(first, parser);
        while (!page.hasExpired()) {
            note(page, book);
            if (page.next().isEmpty()) {
                return Optional.of(book);
            }
            names.note(page.next());
            page = api.get(
                    first.newBuilder().setQueryParameter("page", page.next()).build(), parser);
        }
        return Optional.empty();
    }

    private void note(Page page, DayBook book) {
        try {
            page.rows().forEach(row -> whose.note(row, book));
        } catch (ArithmeticException overflow) {
            throw new VendorFailure.MalformedAnswer("Anthropic answered with numbers too large to be added.");
        }
    }
}
