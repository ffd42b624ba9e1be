package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.syncing.AskedSync;
import dev.aiusage.application.syncing.RequestSync;
import dev.aiusage.application.syncing.ShowSyncs;
import dev.aiusage.application.syncing.ShownRun;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncError;
import dev.aiusage.domain.integration.SyncErrorCode;
import dev.aiusage.domain.integration.SyncId;
import dev.aiusage.domain.integration.SyncStatus;
import dev.aiusage.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Has the runs that a test gives it, of the first integration. */
final class FakeSyncs implements RequestSync, ShowSyncs {

    static final SyncId RUN = new SyncId(new UUID(1, 1));

    final List<ShownRun> runs = new ArrayList<>();
    final List<AskedSync> asked = new ArrayList<>();
    Duration tooSoon = Duration.ZERO;
    Runnable meanwhile = () -> {};

    static ShownRun queued() {
        return new ShownRun(FakeIntegrations.queued(FakeIntegrations.FIRST), Optional.empty());
    }

    static ShownRun succeeded() {
        var run = queued().run()
                .begun(FakeIntegrations.NOON)
                .with(90, 67)
                .ended(SyncStatus.SUCCEEDED, Optional.empty(), FakeIntegrations.NOON.plusSeconds(4));
        return new ShownRun(run, run.times().finishedAt());
    }

    static ShownRun failed() {
        var error = new SyncError(SyncErrorCode.NOT_ALLOWED, "The key may not read usage.");
        var run = queued().run()
                .begun(FakeIntegrations.NOON)
                .ended(SyncStatus.FAILED, Optional.of(error), FakeIntegrations.NOON.plusSeconds(1));
        return new ShownRun(run, Optional.empty());
    }

    @Override
    public List<ShownRun> request(AskedSync wanted) {
        meanwhile.run();
        asked.add(wanted);
        if (!tooSoon.isZero()) {
            throw new RequestRejected.TooSoon("A synchronisation can be asked for once a minute.", tooSoon);
        }
        if (wanted.from().isPresent()) {
            throw new RequestRejected.InvalidField("from", "is refused");
        }
        wanted.integration().ifPresent(FakeSyncs::requireFirst);
        return List.copyOf(runs);
    }

    @Override
    public ShownRun one(UserId user, SyncId run) {
        meanwhile.run();
        return runs.stream()
                .filter(shown -> shown.run().id().equals(run))
                .findFirst()
                .orElseThrow(() -> new RequestRejected.NotFound("synchronisation"));
    }

    @Override
    public List<ShownRun> of(UserId user, IntegrationId integration) {
        meanwhile.run();
        requireFirst(integration);
        return List.copyOf(runs);
    }

    private static void requireFirst(IntegrationId integration) {
        if (!integration.equals(FakeIntegrations.FIRST)) {
            throw new RequestRejected.NotFound("integration");
        }
    }

    void reset() {
        runs.clear();
        asked.clear();
        tooSoon = Duration.ZERO;
        meanwhile = () -> {};
    }
}
