package dev.aiusage.providers.anthropic;

import dev.aiusage.providers.anthropic.Page.State;
import dev.aiusage.providers.calls.AnswerParser;
import dev.aiusage.providers.calls.FailedAnswer;
import dev.aiusage.providers.calls.HeldRows;
import dev.aiusage.providers.calls.JsonFields;
import dev.aiusage.providers.calls.VendorJson;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import okhttp3.Response;

/** Reads a page into a value of its own, since a page that breaks off is asked for again. */
final class PageParser implements AnswerParser<Page> {

    private static final int GONE = 410;

    /** A refusal that names a day longer ago means something else: the first day that there is, say. */
    private static final int MOST_DAYS_LATE = 7;

    /** Ten times as many as the largest page that can be asked for. */
    private static final int MOST_A_DAY = 10_000;

    /** A row may name several models, of which a page of a single day has fewer than fifty for each of its thousand rows. */
    private static final int MOST_OF_ONE_DAY = 50_000;

    private final int days;
    private final Function<JsonFields, Stream<ReportRow>> rows;
    private final Predicate<FailedAnswer> isNotBuilt;

    private PageParser(int days, Function<JsonFields, Stream<ReportRow>> rows, Predicate<FailedAnswer> isNotBuilt) {
        this.days = days;
        this.rows = rows;
        this.isNotBuilt = isNotBuilt;
    }

    /** @param days that are asked for at once */
    static PageParser ofDays(int days, Function<JsonFields, Stream<ReportRow>> rows) {
        return new PageParser(days, rows, refusal -> false);
    }

    /** Of a report that refuses days which it does not have yet. */
    static PageParser ofDay(LocalDate day, Function<JsonFields, Stream<ReportRow>> rows) {
        return new PageParser(
                1,
                rows,
                refusal -> NewestDay.before(day, refusal)
                        .filter(newest -> newest.isAfter(day.minusDays(MOST_DAYS_LATE)))
                        .isPresent());
    }

    @Override
    public Page parse(Response answer) throws IOException {
        var read = new HeldRows<ReportRow>(Math.max(MOST_OF_ONE_DAY, days * MOST_A_DAY));
        var envelope = VendorJson.rows(
                answer,
                "data",
                element -> rows.apply(element)
                        .forEach(row -> read.add(row, Math.max(1, row.models().size()))));
        return new Page(read.list(), next(envelope), State.READ);
    }

    @Override
    public Optional<Page> ofRefusal(FailedAnswer refusal) {
        if (refusal.status() == GONE) {
            return Optional.of(Page.without(State.EXPIRED));
        }
        return isNotBuilt.test(refusal) ? Optional.of(Page.without(State.NOT_BUILT)) : Optional.empty();
    }

    /** Not every report says whether there is more; where one does, it may name a next page all the same. */
    private static String next(JsonFields envelope) {
        var next = envelope.text("next_page").orElse("");
        if (!envelope.has("has_more")) {
            return next;
        }
        if (!envelope.isTrue("has_more")) {
            return "";
        }
        if (next.isEmpty()) {
            throw envelope.malformed("next_page", "missing, though there is more");
        }
        return next;
    }
}
