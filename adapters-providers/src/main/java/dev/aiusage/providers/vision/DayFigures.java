package dev.aiusage.providers.vision;

import dev.aiusage.application.screenshots.ReadDay;
import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.DayLimits;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The figures of one day, as the model gives them one by one. */
final class DayFigures {

    private static final BigDecimal MAX_COUNT = BigDecimal.valueOf(DayLimits.MAX_COUNT);
    private static final BigDecimal MAX_DOLLARS = Cost.toDollars(DayLimits.MAX_NANO_DOLLARS);

    private final Map<Metric, BigDecimal> figures = new EnumMap<>(Metric.class);

    void add(Metric metric, BigDecimal value) {
        requirePossible(metric, value);
        var other = figures.putIfAbsent(metric, value);
        if (other != null && other.compareTo(value) != 0) {
            throw impossible(metric, "two figures for one day");
        }
    }

    ReadDay on(Optional<LocalDate> date) {
        var cost = figures.get(Metric.COST_USD);
        var measures = new Measures(
                RequestCount.of(count(Metric.REQUESTS), RequestBasis.AS_GIVEN),
                tokens(),
                new LinesChanged(count(Metric.LINES_ADDED), count(Metric.LINES_REMOVED)),
                Decisions.UNKNOWN,
                count(Metric.SESSIONS),
                cost == null ? Cost.UNKNOWN : Cost.ofDollars(cost, CostBasis.VENDOR_ESTIMATE));
        var rate = Optional.ofNullable(figures.get(Metric.ACCEPTANCE_RATE))
                .map(fraction -> new AcceptanceRate(fraction.doubleValue()));
        return new ReadDay(date, measures, rate);
    }

    private TokenCount tokens() {
        var kinds = TokenCount.ofKinds(
                count(Metric.INPUT_TOKENS),
                count(Metric.OUTPUT_TOKENS),
                count(Metric.CACHE_READ_TOKENS),
                count(Metric.CACHE_CREATION_TOKENS));
        var total = count(Metric.TOTAL_TOKENS);
        if (!total.isKnown()) {
            return kinds;
        }
        // Pages round what they show, so a total may be a little less than its kinds; these are the more exact.
        var rest = Math.max(0, total.orElse(0) - kinds.total().orElse(0));
        return new TokenCount(kinds.input(), kinds.output(), kinds.cacheRead(), kinds.cacheCreation(), Count.of(rest));
    }

    private Count count(Metric metric) {
        var figure = figures.get(metric);
        return figure == null ? Count.UNKNOWN : Count.of(figure.longValueExact());
    }

    private static void requirePossible(Metric metric, BigDecimal value) {
        var max = switch (metric) {
            case ACCEPTANCE_RATE -> BigDecimal.ONE;
            case COST_USD -> MAX_DOLLARS;
            case REQUESTS,
                    INPUT_TOKENS,
                    OUTPUT_TOKENS,
                    CACHE_READ_TOKENS,
                    CACHE_CREATION_TOKENS,
                    TOTAL_TOKENS,
                    LINES_ADDED,
                    LINES_REMOVED,
                    SESSIONS -> MAX_COUNT;
        };
        if (value.signum() < 0 || value.compareTo(max) > 0) {
            throw impossible(metric, "a figure out of range");
        }
        var isCount = metric != Metric.ACCEPTANCE_RATE && metric != Metric.COST_USD;
        if (isCount && value.stripTrailingZeros().scale() > 0) {
            throw impossible(metric, "a fraction");
        }
    }

    private static VendorFailure impossible(Metric metric, String what) {
        return new VendorFailure.MalformedAnswer("The vision model read " + what + " as " + metric.slug()
                + ". Try again, or with a sharper picture of fewer days.");
    }
}
