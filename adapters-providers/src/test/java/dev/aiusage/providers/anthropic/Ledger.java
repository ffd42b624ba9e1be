package dev.aiusage.providers.anthropic;

import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums by plain names ("2026-11-20 model claude-opus-5 output"), to compare what was fetched with what was counted by hand. */
final class Ledger {

    private final Map<String, BigDecimal> sums = new TreeMap<>();

    static Ledger of(List<UsageDay> days) {
        var ledger = new Ledger();
        for (var day : days) {
            ledger.add(day.date().toString(), day.measures());
            for (var part : day.breakdowns()) {
                ledger.add(
                        day.date() + " " + part.dimension().slug() + " "
                                + part.label().text(),
                        part.measures());
            }
        }
        return ledger;
    }

    void add(String place, String measure, long amount) {
        add(place, measure, BigDecimal.valueOf(amount));
    }

    void add(String place, String measure, BigDecimal amount) {
        sums.merge(place + " " + measure, amount, BigDecimal::add);
    }

    void clear() {
        sums.clear();
    }

    Map<String, BigDecimal> sums() {
        var plain = new TreeMap<String, BigDecimal>();
        sums.forEach((name, sum) -> plain.put(name, sum.stripTrailingZeros()));
        return plain;
    }

    private void add(String place, Measures measures) {
        add(place, "requests", measures.requests().count());
        add(place, "input", measures.tokens().input());
        add(place, "output", measures.tokens().output());
        add(place, "read", measures.tokens().cacheRead());
        add(place, "write", measures.tokens().cacheCreation());
        add(place, "unsplit", measures.tokens().unsplit());
        add(place, "added", measures.lines().added());
        add(place, "removed", measures.lines().removed());
        add(place, "suggested", measures.decisions().suggestions());
        add(place, "accepted", measures.decisions().acceptances());
        add(place, "rejected", measures.decisions().rejections());
        add(place, "sessions", measures.sessions());
        measures.cost().dollars().ifPresent(dollars -> add(place, "dollars", dollars));
    }

    private void add(String place, String measure, Count count) {
        count.toOptional().ifPresent(known -> add(place, measure, known));
    }
}
