package dev.aiusage.providers.github;

import dev.aiusage.application.syncing.VendorAccess;
import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.providers.calls.DayBook;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Copilot's usage in one organization or enterprise, of everybody or of one login. */
final class CopilotAccess implements VendorAccess {

    private final Owner owner;
    private final String account;
    private final Reports reports;
    private final Bills bills;
    private final Seats seats;
    private final ReportDays days;

    CopilotAccess(Owner owner, String account, Reports reports, Bills bills, Seats seats, Clock clock) {
        this.owner = owner;
        this.account = account;
        this.reports = reports;
        this.bills = bills;
        this.seats = seats;
        this.days = new ReportDays(clock);
    }

    /** Seats are counted now, not at every opening: a large organization has many pages of them. */
    @Override
    public String reach() {
        var count = seats.count();
        return "GitHub Copilot usage of " + (account.isEmpty() ? "" : account + " in ") + owner.title()
                + (count.isPresent() ? ", which has " + people(count.getAsInt()) : "")
                + (bills.areReadable() ? ", with billed amounts" : "");
    }

    @Override
    public String hintIfEmpty() {
        var hint = "GitHub has reports for " + owner.title()
                + ", but no usage in them. They come a day late, tell of people"
                + " with a Copilot seat only, and begin when the policy \"Copilot usage metrics\" is enabled.";
        return account.isEmpty()
                ? hint
                : hint + " They know people by their GitHub login, so " + account + " must be one.";
    }

    @Override
    public List<DateRange> windows(DateRange wanted) {
        return days.windows(wanted);
    }

    @Override
    public List<UsageDay> fetch(DateRange window) {
        var reported = window.days() == 1 ? reports.ofDay(window.from()) : newest(window);
        var billed = billed(window);
        var book = new DayBook(window);
        try {
            reported.forEach(day -> book.add(billed.containsKey(day.date()) ? withoutCost(day) : day));
            billed.values().forEach(book::add);
        } catch (ArithmeticException tooLarge) {
            throw new VendorFailure.MalformedAnswer("GitHub reports more than can be counted.");
        }
        return book.days();
    }

    @Override
    public Instant settles(LocalDate day) {
        return days.settles(day);
    }

    /** The newest report may end a day earlier, or begin a day later, than the window: such days are asked for one by one. */
    private List<UsageDay> newest(DateRange window) {
        var report = reports.latest();
        var usage = new ArrayList<UsageDay>();
        report.ifPresent(read -> usage.addAll(read.usage()));
        window.stream()
                .filter(day -> report.stream().noneMatch(read -> read.days().contains(day)))
                .forEach(day -> usage.addAll(reports.ofDay(day)));
        return usage;
    }

    private Map<LocalDate, UsageDay> billed(DateRange window) {
        var billed = new TreeMap<LocalDate, UsageDay>();
        window.stream().forEach(day -> bills.of(day).ifPresent(bill -> billed.put(day, bill)));
        return billed;
    }

    /** Cost comes whole from one source: beside billed amounts no estimate is left, not even for labels that no bill names. */
    private static UsageDay withoutCost(UsageDay day) {
        var parts = day.breakdowns().stream()
                .map(part -> new Breakdown(
                        part.dimension(), part.label(), part.measures().withCost(Cost.UNKNOWN)))
                .toList();
        return new UsageDay(day.date(), day.measures().withCost(Cost.UNKNOWN), parts);
    }

    private static String people(int count) {
        return count == 1 ? "1 person with a seat" : count + " people with a seat";
    }
}
