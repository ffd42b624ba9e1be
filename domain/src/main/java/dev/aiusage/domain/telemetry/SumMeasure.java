package dev.aiusage.domain.telemetry;

import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageEvent;
import java.util.Arrays;
import java.util.Map;

/** What a growing sum counts. One number of a tool's telemetry can be several of these. */
public enum SumMeasure {
    REQUESTS("requests"),
    /** What stands for requests where a tool's telemetry counts none. */
    SESSIONS_AND_EDITS("sessions_and_edits"),
    PROMPTS_AND_ACCEPTANCES("prompts_and_acceptances"),
    SESSIONS("sessions"),
    /** Input without what came from a cache. */
    INPUT("input"),
    /** Input of both kinds, from which {@link #CACHED_INPUT} is to be taken. */
    ALL_INPUT("all_input"),
    /** Input read from a cache, which the tool also counts in {@link #ALL_INPUT}. */
    CACHED_INPUT("cached_input"),
    CACHE_READ("cache_read"),
    CACHE_CREATION("cache_creation"),
    OUTPUT("output"),
    LINES_ADDED("lines_added"),
    LINES_REMOVED("lines_removed"),
    SUGGESTIONS("suggestions"),
    ACCEPTANCES("acceptances"),
    REJECTIONS("rejections"),
    /** In nano-dollars, by the tool's own estimate. */
    COST("cost");

    private final String slug;

    SumMeasure(String slug) {
        this.slug = slug;
    }

    public static SumMeasure of(String slug) {
        return Arrays.stream(values())
                .filter(measure -> measure.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a measure of sums: " + slug));
    }

    public String slug() {
        return slug;
    }

    /** Of which events it counts what they count too. */
    public UsageEvent.Kind kind() {
        return switch (this) {
            case LINES_ADDED, LINES_REMOVED, SUGGESTIONS, ACCEPTANCES, REJECTIONS -> UsageEvent.Kind.EDIT;
            case REQUESTS,
                    SESSIONS_AND_EDITS,
                    PROMPTS_AND_ACCEPTANCES,
                    SESSIONS,
                    INPUT,
                    ALL_INPUT,
                    CACHED_INPUT,
                    CACHE_READ,
                    CACHE_CREATION,
                    OUTPUT,
                    COST -> UsageEvent.Kind.REQUEST;
        };
    }

    /** What these amounts come to together. What is not among them is unknown. */
    public static Measures measures(Map<SumMeasure, Long> amounts) {
        var cached = count(amounts, CACHED_INPUT);
        var tokens = TokenCount.ofKinds(
                count(amounts, ALL_INPUT).minus(cached).plus(count(amounts, INPUT)),
                count(amounts, OUTPUT),
                count(amounts, CACHE_READ).plus(cached),
                count(amounts, CACHE_CREATION));
        return new Measures(
                requests(amounts),
                tokens,
                new LinesChanged(count(amounts, LINES_ADDED), count(amounts, LINES_REMOVED)),
                new Decisions(count(amounts, SUGGESTIONS), count(amounts, ACCEPTANCES), count(amounts, REJECTIONS)),
                count(amounts, SESSIONS),
                cost(count(amounts, COST)));
    }

    private static RequestCount requests(Map<SumMeasure, Long> amounts) {
        return RequestCount.of(count(amounts, REQUESTS), RequestBasis.REQUESTS)
                .plus(RequestCount.of(count(amounts, SESSIONS_AND_EDITS), RequestBasis.SESSIONS_AND_EDITS))
                .plus(RequestCount.of(count(amounts, PROMPTS_AND_ACCEPTANCES), RequestBasis.PROMPTS_AND_ACCEPTANCES));
    }

    private static Cost cost(Count nanoDollars) {
        return nanoDollars.isKnown() ? new Cost(nanoDollars, CostBasis.VENDOR_ESTIMATE) : Cost.UNKNOWN;
    }

    private static Count count(Map<SumMeasure, Long> amounts, SumMeasure measure) {
        return Count.ofNullable(amounts.get(measure));
    }
}
