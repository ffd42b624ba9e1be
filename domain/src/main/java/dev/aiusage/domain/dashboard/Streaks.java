package dev.aiusage.domain.dashboard;

import dev.aiusage.domain.time.DateRange;
import java.time.LocalDate;
import java.util.Set;

/**
 * Consecutive active days within a range: the longest run, and the current one, which ends today or, as today is not over,
 * yesterday.
 */
public record Streaks(int current, int longest) {

    static Streaks of(DateRange range, Set<LocalDate> activeDays) {
        var run = 0;
        var longest = 0;
        var beforeToday = 0;
        for (var date : range.stream().toList()) {
            beforeToday = run;
            run = activeDays.contains(date) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return new Streaks(run > 0 ? run : beforeToday, longest);
    }
}
