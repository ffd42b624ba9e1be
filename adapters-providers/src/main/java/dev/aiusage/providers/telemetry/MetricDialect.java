package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Label;
import java.math.BigDecimal;
import java.util.Map;

/** What a tool's metrics mean. */
interface MetricDialect {

    boolean speaks(Sender sender, String metric);

    Tool tool(Sender sender);

    /** What a point counts, in whole units or, of cost, nano-dollars; nothing where it counts something else. */
    Map<SumMeasure, BigDecimal> amounts(Point point) throws BadPart;

    default EventLabels labels(Point point) {
        var attributes = point.attributes();
        return new EventLabels(
                ModelName.of(attributes.text("model")), point.sender().project(attributes), Label.NONE);
    }

    /** The tool's session in which it was counted; empty where the telemetry doesn't say. */
    default String session(Point point) {
        return point.sender().session(point.attributes());
    }
}
