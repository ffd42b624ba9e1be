package dev.aiusage.application.syncing;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.application.integrations.QueuedSyncs;
import dev.aiusage.application.integrations.SyncRuns;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Queues runs and looks again and again how far they are: another instance may be the one that does the work. */
public final class RequestSyncService implements RequestSync {

    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Integrations integrations;
    private final SyncRuns runs;
    private final QueuedSyncs syncs;
    private final SyncWaiting waiting;
    private final Clock clock;

    public RequestSyncService(
            Integrations integrations, SyncRuns runs, QueuedSyncs syncs, SyncWaiting waiting, Clock clock) {
        this.integrations = integrations;
        this.runs = runs;
        this.syncs = syncs;
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public List<ShownRun> request(AskedSync asked) {
        var now = clock.instant();
        var again = AskedDays.of(asked, now);
        var wanted = asked.integration()
                .map(id -> List.of(active(asked.user(), id)))
                .orElseGet(() -> allActive(asked.user()));
        if (wanted.isEmpty()) {
            return List.of();
        }
        requireMinuteSince(asked.user(), now);
        var queued = wanted.stream()
                .map(held -> syncs.ask(asked.user(), held.id(), again, now).id())
                .toList();
        waiting.until(() -> queued.stream()
                .allMatch(id -> runs.find(asked.user(), id)
                        .filter(run -> !run.isOver() && run.error().isEmpty())
                        .isEmpty()));
        return new ShowSyncsService(integrations, runs).of(asked.user(), queued);
    }

    private Integration active(UserId user, IntegrationId id) {
        var held = integrations
                .find(user, id)
                .orElseThrow(() -> new RequestRejected.NotFound("integration"))
                .integration();
        if (!held.connection().hasKey()) {
            throw refused("has no key: its usage arrives by " + held.method().shownAs());
        }
        if (!held.connection().isActive()) {
            throw refused("is not active (" + held.connection().status().slug() + ")");
        }
        return held;
    }

    private List<Integration> allActive(UserId user) {
        return integrations.of(user).stream()
                .filter(held -> held.connection().hasKey() && held.connection().isActive())
                .toList();
    }

    private void requireMinuteSince(UserId user, Instant now) {
        runs.lastAsked(user)
                .map(last -> Duration.between(now, last.plus(BETWEEN)))
                .filter(rest -> !rest.isNegative() && !rest.isZero())
                .ifPresent(rest -> {
                    throw new RequestRejected.TooSoon("A synchronisation can be asked for once a minute.", rest);
                });
    }

    private static RequestRejected refused(String why) {
        return new RequestRejected.InvalidField("integration_id", why);
    }
}
