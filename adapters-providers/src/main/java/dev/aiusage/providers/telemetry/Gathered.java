package dev.aiusage.providers.telemetry;

import dev.aiusage.application.telemetry.DecodedTelemetry;
import dev.aiusage.application.telemetry.RejectedParts;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumPoint;
import dev.aiusage.domain.usage.UsageEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was found in a delivery until now. */
final class Gathered {

    private final Map<Tool, List<UsageEvent>> events = new HashMap<>();
    private final Map<Tool, List<SumPoint>> sums = new HashMap<>();
    private RejectedParts rejected = RejectedParts.NONE;

    void event(Tool tool, UsageEvent event) {
        events.computeIfAbsent(tool, first -> new ArrayList<>()).add(event);
    }

    void sums(Tool tool, List<SumPoint> points) {
        if (!points.isEmpty()) {
            sums.computeIfAbsent(tool, first -> new ArrayList<>()).addAll(points);
        }
    }

    void reject(String what, BadPart why) {
        rejected = rejected.and(what + ": " + why.reason());
    }

    DecodedTelemetry all() {
        var tools = new TreeSet<>(events.keySet());
        tools.addAll(sums.keySet());
        return new DecodedTelemetry(
                tools.stream()
                        .collect(Collectors.toMap(
                                tool -> tool,
                                tool -> new DecodedTelemetry.OfTool(
                                        events.getOrDefault(tool, List.of()), sums.getOrDefault(tool, List.of())))),
                rejected);
    }
}
