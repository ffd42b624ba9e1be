package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.DayState;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The answer of a vendor for consecutive days.
 *
 * @param scope whose usage was asked for
 * @param days those with usage, each once, all within the window
 * @param settled of each day of the window from when on the vendor does not change it any more
 * @param fetchedAt when the vendor was asked, which is before it answered
 */
public record FetchedWindow(
        Scope scope, DateRange range, List<UsageDay> days, Map<LocalDate, Instant> settled, Instant fetchedAt) {

    public FetchedWindow {
        days = List.copyOf(days);
        settled = Map.copyOf(settled);
        var dates = new HashSet<LocalDate>();
        for (var day : days) {
            if (!range.contains(day.date()) || !dates.add(day.date())) {
                throw new IllegalArgumentException(day.date() + " twice, or outside of " + range);
            }
        }
        if (!settled.keySet().equals(new HashSet<>(range.stream().toList()))) {
            throw new IllegalArgumentException("not told of every day when it settles");
        }
    }

    static FetchedWindow of(VendorAccess access, Scope scope, DateRange range, Instant now) {
        var settled = new HashMap<LocalDate, Instant>();
        range.stream().forEach(date -> settled.put(date, access.settles(date)));
        return new FetchedWindow(scope, range, access.fetch(range), settled, now);
    }

    /** Final if it was fetched when the vendor did not change it any more. */
    public DayState stateOf(LocalDate date) {
        return settled.getOrDefault(date, Instant.MAX).isAfter(fetchedAt) ? DayState.PROVISIONAL : DayState.FINAL;
    }
}
