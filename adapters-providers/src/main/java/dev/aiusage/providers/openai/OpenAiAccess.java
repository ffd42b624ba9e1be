package dev.aiusage.providers.openai;

import dev.aiusage.application.syncing.VendorAccess;
import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.providers.calls.DayBook;
import dev.aiusage.providers.calls.DayWindows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** An organization's usage, or one person's part of it. */
final class OpenAiAccess implements VendorAccess {

    private static final int DAYS_UNTIL_FINAL = 3;

    private final OpenAiApi api;
    private final Users users;
    private final Whose whose;
    private final Clock clock;

    OpenAiAccess(OpenAiApi api, Users users, Whose whose, Clock clock) {
        this.api = api;
        this.users = users;
        this.whose = whose;
        this.clock = clock;
    }

    @Override
    public String reach() {
        var organization =
                users.areKnown() ? "an organization of " + users.emails().size() + " users" : "an organization";
        return whose.isEverybody()
                ? "OpenAI API usage of " + organization + "."
                : "OpenAI API usage of " + whose.account() + " in " + organization + ".";
    }

    @Override
    public String hintIfEmpty() {
        if (whose.isNobody()) {
            return "The organization at OpenAI has no user " + whose.account() + ".";
        }
        return "OpenAI answers, but with no requests on any day. Is the key one of the organization whose API keys are in use?"
                + " What people do in ChatGPT is not part of it.";
    }

    @Override
    public List<DateRange> windows(DateRange wanted) {
        return DayWindows.latestFirst(wanted, OpenAiApi.MAX_DAYS, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Override
    public List<UsageDay> fetch(DateRange window) {
        var book = new DayBook(window);
        if (whose.isNobody()) {
            return book.days();
        }
        api.usage(window, whose.userId(), use -> add(book, use));
        if (whose.isEverybody()) {
            addCosts(book, window);
        }
        return book.days();
    }

    @Override
    public Instant settles(LocalDate day) {
        return day.plusDays(1L + DAYS_UNTIL_FINAL).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void add(DayBook book, ModelUse use) {
        if (!use.isUse() || !whose.includes(use.userId())) {
            return;
        }
        book.add(use.date(), use.measures());
        book.addPart(use.date(), Dimension.MODEL, use.model(), use.measures());
        if (whose.isEverybody()) {
            book.addPart(use.date(), Dimension.MEMBER, users.label(use.userId()), use.measures());
        }
    }

    /** What was paid is not known by person. A key may be limited to usage; then it is not known at all. */
    private void addCosts(DayBook book, DateRange window) {
        var payments = new Payments(window);
        try {
            api.costs(window, payments::add);
        } catch (VendorFailure.NotAllowed notShown) {
            return;
        }
        payments.enter(book);
    }
}
