package dev.aiusage.application.telemetry;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumPoint;
import dev.aiusage.domain.usage.UsageEvent;
import java.util.List;
import java.util.Map;

/** The usage in a delivery by the tool that it was done with, and what was no good. */
public record DecodedTelemetry(Map<Tool, OfTool> tools, RejectedParts rejected) {

    public DecodedTelemetry {
        tools = Map.copyOf(tools);
    }

    /** Single events, and sums that grow. */
    public record OfTool(List<UsageEvent> events, List<SumPoint> sums) {

        public OfTool {
            events = List.copyOf(events);
            sums = List.copyOf(sums);
        }
    }
}
