package dev.aiusage.providers.github;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.providers.calls.DayBook;
import dev.aiusage.providers.calls.HeldRows;
import dev.aiusage.providers.calls.VendorJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** What was billed, where the token may know. An organization's bills may lie with its enterprise, which is not guessed. */
final class Bills {

    /** Of one day. */
    private static final int MOST_ITEMS = 300_000;

    private final GithubApi api;
    private final String account;
    private final LocalDate tried;
    private final List<BillKind> readable;

    private Bills(GithubApi api, String account, LocalDate tried, List<BillKind> readable) {
        this.api = api;
        this.account = account;
        this.tried = tried;
        this.readable = readable;
    }

    /** Tries which bills the token may read. That it may not, or that there are none, is no failure. */
    static Bills open(GithubApi api, String account, LocalDate tried) {
        var all = new Bills(api, account, tried, List.of(BillKind.values()));
        var readable = Arrays.stream(BillKind.values()).filter(all::canRead).toList();
        return new Bills(api, account, tried, readable);
    }

    boolean areReadable() {
        return !readable.isEmpty();
    }

    /** A day without a line in any bill may yet be billed. */
    Optional<UsageDay> of(LocalDate day) {
        var items = new ArrayList<BillItem>();
        for (var kind : readable) {
            if (kind.exists(day)) {
                addNew(items, read(kind, day));
            }
        }
        return items.isEmpty() ? Optional.empty() : Optional.of(sum(day, items));
    }

    /** What may pass, as an outage, is a failure: without bills, estimates would take the place of what was billed. */
    private boolean canRead(BillKind kind) {
        try {
            items(kind, tried);
            return true;
        } catch (VendorFailure.NotAllowed | VendorFailure.InvalidKey | VendorFailure.MalformedAnswer refused) {
            return false;
        }
    }

    private List<BillItem> read(BillKind kind, LocalDate day) {
        try {
            return items(kind, day);
        } catch (VendorFailure.NotAllowed refused) {
            if (canRead(kind)) {
                return List.of();
            }
            throw new VendorFailure.Unavailable(
                    "GitHub has just shown its bills to this token, and does not any more.");
        }
    }

    private List<BillItem> items(BillKind kind, LocalDate day) {
        var url = api.bill(kind)
                .addQueryParameter("year", Integer.toString(day.getYear()))
                .addQueryParameter("month", Integer.toString(day.getMonthValue()))
                .addQueryParameter("day", Integer.toString(day.getDayOfMonth()));
        if (!account.isEmpty()) {
            url.addQueryParameter("user", account);
        }
        return api.get(url.build(), answer -> {
            var items = new HeldRows<BillItem>(MOST_ITEMS);
            VendorJson.rows(answer, "usageItems", row -> items.add(BillItem.of(row)));
            return items.list().stream()
                    .filter(item -> account.isEmpty() || item.isOf(account))
                    .toList();
        });
    }

    private static void addNew(List<BillItem> known, List<BillItem> read) {
        var before = new HashMap<BillItem, Integer>();
        known.forEach(item -> before.merge(item, 1, Integer::sum));
        for (var item : read) {
            if (before.merge(item, -1, Integer::sum) < 0) {
                known.add(item);
            }
        }
    }

    private UsageDay sum(LocalDate day, List<BillItem> items) {
        var book = new DayBook(new DateRange(day, day));
        try {
            for (var item : items) {
                var cost = billed(item.netDollars());
                book.add(day, cost);
                book.addPart(day, Dimension.MODEL, item.model(), cost);
                if (account.isEmpty()) {
                    book.addPart(day, Dimension.MEMBER, item.user(), cost);
                }
            }
        } catch (ArithmeticException | IllegalArgumentException impossible) {
            throw new VendorFailure.MalformedAnswer("GitHub bills amounts for " + day + " that can't be.");
        }
        return book.days().get(0);
    }

    private static Measures billed(BigDecimal dollars) {
        return Measures.NONE.withCost(Cost.ofDollars(dollars, CostBasis.BILLED));
    }
}
