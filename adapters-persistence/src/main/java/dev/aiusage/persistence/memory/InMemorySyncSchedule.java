package dev.aiusage.persistence.memory;

import dev.aiusage.application.integrations.SyncSchedule;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The turns of one process. Whoever works on them waits here for the next one. */
public final class InMemorySyncSchedule implements SyncSchedule {

    /** Turns come while nobody plans any; the clock may also be moved. */
    private static final long LOOK_MILLIS = 1_000;

    /** Whose turn it is. */
    record Turn(UserId user, IntegrationId integration) {}

    private final Map<Turn, Instant> planned = new LinkedHashMap<>();
    private final Map<Turn, Instant> taken = new HashMap<>();
    private final Map<Turn, Instant> done = new HashMap<>();

    @Override
    public synchronized void plan(UserId user, IntegrationId integration, Instant at) {
        var turn = new Turn(user, integration);
        if (!taken.containsKey(turn)) {
            planned.merge(turn, at, (before, now) -> before.isBefore(now) ? before : now);
            notifyAll();
        }
    }

    @Override
    public synchronized void planIfMissing(UserId user, IntegrationId integration, Instant at) {
        var turn = new Turn(user, integration);
        if (!taken.containsKey(turn) && planned.putIfAbsent(turn, at) == null) {
            notifyAll();
        }
    }

    @Override
    public synchronized void planUnlessDone(UserId user, IntegrationId integration, Instant at) {
        var last = done.get(new Turn(user, integration));
        if (last == null || last.isBefore(at)) {
            plan(user, integration, at);
        }
    }

    @Override
    public synchronized Map<IntegrationId, Instant> next(UserId user) {
        var turns = new HashMap<IntegrationId, Instant>();
        taken.forEach((turn, at) -> addIfOf(user, turn, at, turns));
        planned.forEach((turn, at) -> addIfOf(user, turn, at, turns));
        return turns;
    }

    @Override
    public synchronized long due(Instant by) {
        return taken.size()
                + planned.values().stream().filter(at -> !at.isAfter(by)).count();
    }

    /** Waits for a turn to come, and takes it until it is {@link #done}. */
    synchronized Turn await(Clock clock) throws InterruptedException {
        var turn = take(clock.instant());
        while (turn.isEmpty()) {
            wait(LOOK_MILLIS);
            turn = take(clock.instant());
        }
        return turn.orElseThrow();
    }

    private Optional<Turn> take(Instant now) {
        var first = planned.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .filter(turn -> !turn.getValue().isAfter(now))
                .map(Map.Entry::getKey);
        first.ifPresent(turn -> taken.put(turn, now));
        first.ifPresent(planned::remove);
        return first;
    }

    synchronized void done(Turn turn, Optional<Instant> next, Optional<Instant> endedWell) {
        endedWell.ifPresent(at -> done.put(turn, at));
        taken.remove(turn);
        next.ifPresent(at -> planned.put(turn, at));
        notifyAll();
    }

    private static void addIfOf(UserId user, Turn turn, Instant at, Map<IntegrationId, Instant> turns) {
        if (turn.user().equals(user)) {
            turns.put(turn.integration(), at);
        }
    }
}
