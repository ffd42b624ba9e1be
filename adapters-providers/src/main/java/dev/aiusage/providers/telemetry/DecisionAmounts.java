package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.telemetry.SumMeasure;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What became of suggestions. Who counts one outcome counts the other as well: where it never came, it is 0 and not unknown, or
 * there would be no rate for somebody who accepts everything.
 */
final class DecisionAmounts {

    private DecisionAmounts() {}

    static Map<SumMeasure, BigDecimal> accepted(BigDecimal count) {
        return Map.of(SumMeasure.ACCEPTANCES, count, SumMeasure.REJECTIONS, BigDecimal.ZERO);
    }

    static Map<SumMeasure, BigDecimal> rejected(BigDecimal count) {
        return Map.of(SumMeasure.ACCEPTANCES, BigDecimal.ZERO, SumMeasure.REJECTIONS, count);
    }
}
