package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Notes turns, and has nobody who takes them. */
public final class FakeSyncSchedule implements SyncSchedule {

    public final Map<IntegrationId, Instant> turns = new HashMap<>();

    @Override
    public void plan(UserId user, IntegrationId integration, Instant at) {
        turns.merge(integration, at, (before, now) -> before.isBefore(now) ? before : now);
    }

    @Override
    public void planIfMissing(UserId user, IntegrationId integration, Instant at) {
        turns.putIfAbsent(integration, at);
    }

    @Override
    public void planUnlessDone(UserId user, IntegrationId integration, Instant at) {
        plan(user, integration, at);
    }

    @Override
    public Map<IntegrationId, Instant> next(UserId user) {
        return Map.copyOf(turns);
    }

    @Override
    public long due(Instant by) {
        return turns.values().stream().filter(at -> !at.isAfter(by)).count();
    }
}
