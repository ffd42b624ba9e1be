package dev.aiusage.providers.github;

import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The known measures of usage days, each by its name, as a plain count has them. */
final class NamedSums {

    private final Map<String, BigDecimal> sums = new TreeMap<>();

    static Map<String, BigDecimal> of(List<UsageDay> days) {
        var named = new NamedSums();
        for (var day : days) {
            named.put(day.date().toString(), day.measures());
            for (var part : day.breakdowns()) {
                named.put(day.date() + " " + part.dimension().slug() + " " + part.label(), part.measures());
            }
        }
        return named.sums;
    }

    private void put(String name, Measures measures) {
        put(name + " requests", measures.requests().count());
        put(name + " input", measures.tokens().input());
        put(name + " output", measures.tokens().output());
        put(
                name + " cache",
                measures.tokens().cacheRead().plus(measures.tokens().cacheCreation()));
        put(name + " added", measures.lines().added());
        put(name + " removed", measures.lines().removed());
        put(name + " suggestions", measures.decisions().suggestions());
        put(name + " acceptances", measures.decisions().acceptances());
        put(name + " rejections", measures.decisions().rejections());
        put(name + " sessions", measures.sessions());
        measures.cost()
                .dollars()
                .ifPresent(
                        dollars -> sums.put(name + " " + measures.cost().basis().slug(), dollars));
    }

    private void put(String name, Count count) {
        count.toOptional().ifPresent(value -> sums.put(name, BigDecimal.valueOf(value)));
    }
}
