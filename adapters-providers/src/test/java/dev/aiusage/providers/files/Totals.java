package dev.aiusage.providers.files;

import dev.aiusage.domain.usage.UsageEvent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Sums by name, as text, so that two ways of counting are easy to compare. */
final class Totals {

    private final Map<String, Long> sums = new TreeMap<>();
    private final Set<String> sessions = new HashSet<>();

    void add(String name, long amount) {
        if (amount != 0) {
            sums.merge(name, amount, Long::sum);
        }
    }

    void session(UUID session) {
        sessions.add(session.toString());
    }

    void add(UsageEvent event) {
        var counted = event.counted();
        var requests = counted.requests().count().orElse(0);
        var tokens = counted.tokens();
        add("requests", requests);
        add("model " + event.labels().model(), requests);
        add("project " + event.labels().project(), requests);
        add("day " + LocalDate.ofInstant(event.at(), ZoneOffset.UTC), requests);
        add("input", tokens.input().orElse(0));
        add("output", tokens.output().orElse(0));
        add("cache read", tokens.cacheRead().orElse(0));
        add("cache creation", tokens.cacheCreation().orElse(0));
        add("added", counted.lines().added().orElse(0));
        add("removed", counted.lines().removed().orElse(0));
        add("accepted", counted.decisions().acceptances().orElse(0));
        add("rejected", counted.decisions().rejections().orElse(0));
        if (counted.decisions().isKnown()) {
            add("language " + event.labels().language(), 1);
        }
        if (event.opensSession()) {
            session(event.session().value());
        }
    }

    Map<String, Long> sums() {
        var all = new TreeMap<>(sums);
        all.put("sessions", (long) sessions.size());
        return all;
    }
}
