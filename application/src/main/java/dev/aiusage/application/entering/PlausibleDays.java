package dev.aiusage.application.entering;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.RequestRejected.InvalidField;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.PlausibleTime;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.DayLimits;
import dev.aiusage.domain.usage.Measures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;

/** Refuses what no day can have, all of it at once, so that a whole table can be mended in one go. */
public final class PlausibleDays {

    private static final List<Limit> LIMITS = List.of(
            Limit.count("request_count", measures -> measures.requests().count()),
            Limit.count("tokens.input", measures -> measures.tokens().input()),
            Limit.count("tokens.output", measures -> measures.tokens().output()),
            Limit.count("tokens.cache_read", measures -> measures.tokens().cacheRead()),
            Limit.count("tokens.cache_creation", measures -> measures.tokens().cacheCreation()),
            Limit.count("token_count", measures -> measures.tokens().total()),
            Limit.count("lines_of_code", measures -> measures.lines().added()),
            Limit.count("lines_removed", measures -> measures.lines().removed()),
            Limit.count("sessions", Measures::sessions),
            new Limit("cost_usd", measures -> measures.cost().nanoDollars(), DayLimits.MAX_NANO_DOLLARS, "1000000"));

    private final Clock clock;

    public PlausibleDays(Clock clock) {
        this.clock = clock;
    }

    /**
     * Passes if every day can be one of usage and stands there once.
     *
     * @throws RequestRejected.InvalidFields with all that is wrong
     * @throws RequestRejected.InvalidField for no days at all, or too many
     */
    public void require(List<EnteredDay> days) {
        if (days.isEmpty()) {
            throw new InvalidField("metrics", "must hold a row at least");
        }
        if (days.size() > EnterUsage.MAX_DAYS) {
            throw new InvalidField("metrics", "can hold " + EnterUsage.MAX_DAYS + " rows at most, not " + days.size());
        }
        var time = new PlausibleTime(clock.instant());
        var rows = new HashMap<Row, Integer>();
        var faults = new ArrayList<InvalidField>();
        for (var index = 0; index < days.size(); index++) {
            var entered = days.get(index);
            var day = entered.day();
            if (!time.allows(day.date())) {
                faults.add(fault(index, "metric_date", "must lie between 2020-01-01 and today, not " + day.date()));
            }
            var first = rows.putIfAbsent(new Row(entered.tool(), day.date()), index);
            if (first != null) {
                faults.add(fault(index, "metric_date", "is told by metrics[" + first + "] for this tool already"));
            }
            for (var limit : LIMITS) {
                if (limit.isExceededBy(day.measures())) {
                    faults.add(fault(index, limit.field, "must be at most " + limit.shown));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new RequestRejected.InvalidFields(faults);
        }
    }

    private static InvalidField fault(int index, String field, String message) {
        return new InvalidField("metrics[" + index + "]." + field, message);
    }

    private record Row(Tool tool, LocalDate date) {}

    private record Limit(String field, Function<Measures, Count> count, long max, String shown) {

        static Limit count(String field, Function<Measures, Count> count) {
            return new Limit(field, count, DayLimits.MAX_COUNT, String.valueOf(DayLimits.MAX_COUNT));
        }

        boolean isExceededBy(Measures measures) {
            try {
                return count.apply(measures).orElse(0) > max;
            } catch (ArithmeticException beyondAllNumbers) {
                return true;
            }
        }
    }
}
