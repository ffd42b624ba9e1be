package dev.aiusage.providers.anthropic;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.providers.anthropic.Page.State;
import dev.aiusage.providers.calls.DayBook;
import dev.aiusage.providers.calls.JsonFields;
import dev.aiusage.providers.calls.PageNames;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** Reads all pages of a report. */
final class ReportPages {

    private static final int MAX_PAGES = 1000;

    /** What was read up to the page that ended it. */
    private record Reading(State end, DayBook book) {}

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
        return read(first, window, PageParser.ofDays(window.days(), rows))
                .book()
                .days();
    }

    /** The same of a day that the vendor may not have yet; then this is empty. */
    Optional<List<UsageDay>> dayIfBuilt(HttpUrl first, LocalDate day, Function<JsonFields, Stream<ReportRow>> rows) {
        var reading = read(first, new DateRange(day, day), PageParser.ofDay(day, rows));
        return reading.end() == State.NOT_BUILT
                ? Optional.empty()
                : Optional.of(reading.book().days());
    }

    private Reading read(HttpUrl first, DateRange window, PageParser parser) {
        var reading = readOnce(first, window, parser);
        if (reading.end() == State.EXPIRED) {
            reading = readOnce(first, window, parser);
        }
        if (reading.end() == State.EXPIRED) {
            throw new VendorFailure.Unavailable("Anthropic's pages expired twice while they were read.");
        }
        return reading;
    }

    private Reading readOnce(HttpUrl first, DateRange window, PageParser parser) {
        var book = new DayBook(window);
        var names = new PageNames(MAX_PAGES);
        var page = api.get(first, parser);
        note(page, book);
        while (!page.next().isEmpty()) {
            names.note(page.next());
            var next = first.newBuilder().setQueryParameter("page", page.next()).build();
            page = api.get(next, parser);
            note(page, book);
        }
        return new Reading(page.state(), book);
    }

    private void note(Page page, DayBook book) {
        try {
            page.rows().forEach(row -> whose.note(row, book));
        } catch (ArithmeticException overflow) {
            throw new VendorFailure.MalformedAnswer("Anthropic answered with numbers too large to be added.");
        }
    }
}
