package dev.aiusage.providers.calls;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the rows of a vendor's answers to days and their breakdowns. Days outside of the window are not noted. */
public final class DayBook {

    private record Part(Dimension dimension, Label label) {}

    private static final class Page {
        private Measures measures = Measures.NONE;
        private final Map<Part, Measures> parts =
                new TreeMap<>(Comparator.comparing(Part::dimension).thenComparing(Part::label));
    }

    /** More names than this nobody honest has: a month of ten thousand members, each with a model of its own. */
    private static final int MOST_PARTS = 600_000;

    private final DateRange window;
    private int parts;
    private final Map<LocalDate, Page> pages = new TreeMap<>();

    public DayBook(DateRange window) {
        this.window = window;
    }

    /** Adds to the day. Too large a sum is a {@link VendorFailure.MalformedAnswer}. */
    public void add(LocalDate date, Measures measures) {
        if (window.contains(date)) {
            var page = page(date);
            page.measures = sum(page.measures, measures);
        }
    }

    /** Adds to what falls to a label on that day, and not to the day; without a label it is noted nowhere. */
    public void addPart(LocalDate date, Dimension dimension, Label label, Measures measures) {
        if (window.contains(date) && label.isPresent()) {
            var ofDay = page(date).parts;
            var before = ofDay.size();
            ofDay.merge(new Part(dimension, label), measures, DayBook::sum);
            parts += ofDay.size() - before;
            if (parts > MOST_PARTS) {
                throw new VendorFailure.AnswerTooLarge("The vendor's rows name more than anybody has.");
            }
        }
    }

    /** Adds to the day and to what falls to its labels. */
    public void add(UsageDay day) {
        add(day.date(), day.measures());
        day.breakdowns().forEach(part -> addPart(day.date(), part.dimension(), part.label(), part.measures()));
    }

    /** The days that something was noted for, in order. */
    public List<UsageDay> days() {
        return pages.entrySet().stream()
                .map(page -> day(page.getKey(), page.getValue()))
                .toList();
    }

    private static Measures sum(Measures some, Measures more) {
        try {
            return some.plus(more);
        } catch (ArithmeticException tooLarge) {
            throw new VendorFailure.MalformedAnswer("The vendor's numbers add up to more than can be.");
        }
    }

    private static UsageDay day(LocalDate date, Page page) {
        var parts = page.parts.entrySet().stream()
                .map(part ->
                        new Breakdown(part.getKey().dimension(), part.getKey().label(), part.getValue()))
                .toList();
        return new UsageDay(date, page.measures, parts);
    }

    private Page page(LocalDate date) {
        return pages.computeIfAbsent(date, first -> new Page());
    }
}
