package dev.aiusage.providers.calls;

import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the rows of a vendor's answers to days and their breakdowns. Days outside of the window are not noted. */
public final class DayBook {

    private record Part(Dimension dimension, Label label) {}

    private static final class Page {
        private Measures measures = Measures.NONE;
        private final Map<Part, Measures> parts =
                new TreeMap<>(java.util.Comparator.comparing(Part::dimension).thenComparing(Part::label));
    }

    private final DateRange window;
    private final Map<LocalDate, Page> pages = new TreeMap<>();

    public DayBook(DateRange window) {
        this.window = window;
    }

    /** Adds to the day. Too large a sum is an {@link ArithmeticException}. */
    public void add(LocalDate date, Measures measures) {
        if (window.contains(date)) {
            var page = page(date);
            page.measures = page.measures.plus(measures);
        }
    }

    /** Adds to what falls to a label on that day, and not to the day; without a label it is noted nowhere. */
    public void addPart(LocalDate date, Dimension dimension, Label label, Measures measures) {
        if (window.contains(date) && label.isPresent()) {
            page(date).parts.merge(new Part(dimension, label), measures, Measures::plus);
        }
    }

    /** Adds a whole day with its breakdowns, as another book tells it. */
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
