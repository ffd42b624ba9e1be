package dev.aiusage.providers.files;

import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.UsageEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what a reader hands on, copies of events merged as a storage merges them. */
final class CollectingSink implements UsageSink {

    private final Map<EventKey, UsageEvent> events = new HashMap<>();
    private final Map<Long, String> rejections = new TreeMap<>();
    private final Map<Long, String> ahead = new TreeMap<>();
    private long rows;

    @Override
    public void row() {
        rows++;
    }

    @Override
    public void event(Tool tool, UsageEvent event) {
        events.merge(event.key(), event, UsageEvent::mergedWith);
    }

    @Override
    public void rejected(long row, String reason) {
        rejections.put(row, reason);
    }

    @Override
    public void aheadOfTime(long row, String reason) {
        rejected(row, reason);
        ahead.put(row, reason);
    }

    /** Of the rejected rows, those that can be read later. */
    Map<Long, String> ahead() {
        return ahead;
    }

    long rows() {
        return rows;
    }

    Map<Long, String> rejections() {
        return rejections;
    }

    Map<EventKey, UsageEvent> events() {
        return events;
    }

    UsageEvent onlyEvent() {
        if (events.size() != 1) {
            throw new AssertionError("not one event, but " + events.values());
        }
        return events.values().iterator().next();
    }

    Totals totals() {
        var totals = new Totals();
        events.values().forEach(totals::add);
        return totals;
    }
}
