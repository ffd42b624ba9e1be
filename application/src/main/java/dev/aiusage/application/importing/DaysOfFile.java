package dev.aiusage.application.importing;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.application.integrations.OpenIntegration;
import dev.aiusage.application.usage.UsageMetrics;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The days of a file whose rows only have dates. A day replaces what was there only once all its rows are known, and they may
 * stand anywhere in the file: so all are held until its end, and a file with too many names in it is refused.
 */
final class DaysOfFile {

    private static final int MAX_TOOLS = 100;
    private static final int MAX_PARTS = 250_000;

    /** How many days, and about how many names in them, are written at once. */
    private static final int WINDOW = 31;

    private static final int WINDOW_PARTS = 20_000;

    private final UserId user;
    private final Scope scope;
    private final Integrations integrations;
    private final UsageMetrics metrics;
    private final Clock clock;
    private final Map<Tool, NavigableMap<LocalDate, DaySum>> days = new TreeMap<>();
    private int parts;
    private long changedRows;

    DaysOfFile(UserId user, Scope scope, Integrations integrations, UsageMetrics metrics, Clock clock) {
        this.user = user;
        this.scope = scope;
        this.integrations = integrations;
        this.metrics = metrics;
        this.clock = clock;
    }

    void add(Tool tool, UsageDay row) {
        var sum = daysOf(tool).computeIfAbsent(row.date(), first -> new DaySum());
        var before = sum.parts();
        sum.add(row);
        notePart(sum.parts() - before);
    }

    void replace(Tool tool, UsageDay day) {
        var sum = new DaySum();
        sum.add(day);
        var before = daysOf(tool).put(day.date(), sum);
        notePart(sum.parts() - (before == null ? 0 : before.parts()));
    }

    boolean isEmpty() {
        return days.isEmpty();
    }

    /** Puts the file's days in the place of those that were there, each whole. */
    void store() {
        days.forEach(this::store);
        days.clear();
    }

    /** The rows of days that are not as they were before. */
    long changedRows() {
        return changedRows;
    }

    private NavigableMap<LocalDate, DaySum> daysOf(Tool tool) {
        if (days.size() >= MAX_TOOLS && !days.containsKey(tool)) {
            throw new RequestRejected.Malformed("file", "The file names more than " + MAX_TOOLS + " tools.");
        }
        return days.computeIfAbsent(tool, first -> new TreeMap<>());
    }

    private void notePart(int more) {
        parts += more;
        if (parts > MAX_PARTS) {
            throw new RequestRejected.Malformed(
                    "file",
                    "The file names more models, projects and members on its days than can be taken at once ("
                            + MAX_PARTS + "). Nothing of its days was kept: send fewer dates at a time.");
        }
    }

    private void store(Tool tool, NavigableMap<LocalDate, DaySum> ofTool) {
        var opened =
                new OpenIntegration(() -> integrations.open(user, tool, IntegrationMethod.CSV, scope, clock.instant()));
        changedRows += opened.use(integration -> store(integration, ofTool));
    }

    private long store(Integration integration, NavigableMap<LocalDate, DaySum> ofTool) {
        var changed = 0L;
        var window = new ArrayList<UsageDay>();
        var names = 0;
        for (var day : ofTool.entrySet()) {
            window.add(day.getValue().on(day.getKey()));
            names += day.getValue().parts();
            if (window.size() >= WINDOW || names >= WINDOW_PARTS) {
                changed += store(integration, window, ofTool);
                window.clear();
                names = 0;
            }
        }
        changed += store(integration, window, ofTool);
        integrations.noteSynced(user, integration.id(), clock.instant());
        return changed;
    }

    private long store(Integration integration, List<UsageDay> window, Map<LocalDate, DaySum> sums) {
        if (window.isEmpty()) {
            return 0;
        }
        var before = held(integration, window);
        var changed = window.stream().filter(day -> !before.contains(day)).toList();
        metrics.replaceDays(user, integration.id(), changed);
        return changed.stream()
                .mapToLong(day -> sums.getOrDefault(day.date(), new DaySum()).rows())
                .sum();
    }

    private Set<UsageDay> held(Integration integration, List<UsageDay> window) {
        var range = new DateRange(
                window.get(0).date(), window.get(window.size() - 1).date());
        return metrics.usage(user, range, ZoneOffset.UTC).integrations().stream()
                .filter(usage -> usage.integration().id().equals(integration.id()))
                .flatMap(usage -> usage.utcDays().stream())
                .collect(Collectors.toSet());
    }
}
