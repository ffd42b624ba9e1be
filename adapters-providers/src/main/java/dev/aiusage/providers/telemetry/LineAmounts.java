package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.telemetry.SumMeasure;
import java.math.BigDecimal;
import java.util.Map;

/** Changed lines, as several tools count them: of one metric, by type. */
final class LineAmounts {

    private LineAmounts() {}

    static Map<SumMeasure, BigDecimal> of(Point point) throws BadPart {
        var count = point.requiredSum();
        return switch (point.attributes().text("type").orElse("")) {
            case "added" -> Map.of(SumMeasure.LINES_ADDED, count);
            case "removed" -> Map.of(SumMeasure.LINES_REMOVED, count);
            default -> Map.of();
        };
    }
}
