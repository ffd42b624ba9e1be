package dev.aiusage.application.telemetry;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.telemetry.SumPoint;
import dev.aiusage.domain.user.UserId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keeps each point once, and fails when told to. */
final class FakeTelemetrySums implements TelemetrySums {

    final Set<SumPoint> points = new LinkedHashSet<>();
    final List<IntegrationId> integrations = new ArrayList<>();
    Runnable meanwhile = () -> {};

    @Override
    public void record(UserId user, IntegrationId integration, List<SumPoint> added) {
        meanwhile.run();
        integrations.add(integration);
        points.addAll(added);
    }
}
