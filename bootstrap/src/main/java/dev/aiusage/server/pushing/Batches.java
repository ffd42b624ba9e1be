package dev.aiusage.server.pushing;

import dev.aiusage.application.importing.EventDestination;
import dev.aiusage.application.usage.HistoryId;
import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.providers.files.UsageEventWriter;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands events to the server in batches that any server takes, one after the other, whichever thread brings them. Once a batch
 * was not taken, none is tried any more: what is kept of the reading until then stands.
 */
final class Batches implements EventDestination {

    private static final int MAX_BYTES = 4 << 20;

    /** Short enough to wait for in a run that somebody started; later is for the next run. */
    private static final long LONGEST_WAIT_SECONDS = 60;

    private static final int TRIES = 4;

    private final ImportEndpoint endpoint;
    private final ProjectNaming projects;
    private final Waiting waiting;
    private final UsageEventWriter writer = new UsageEventWriter();
    private long delivered;
    private long taken;
    private long refused;
    private @Nullable String firstReason;
    private @Nullable PushFailed failure;

    Batches(ImportEndpoint endpoint, ProjectNaming projects, Waiting waiting) {
        this.endpoint = endpoint;
        this.projects = projects;
        this.waiting = waiting;
    }

    /** Asks the server to which history it would add now. */
    synchronized HistoryId greet() {
        return deliver(new byte[0]).history();
    }

    @Override
    public synchronized RecordedEvents take(Tool tool, List<UsageEvent> events) {
        var before = taken;
        var batch = new ByteArrayOutputStream();
        var inBatch = 0;
        for (var event : events) {
            var line = writer.line(tool, projects.apply(event));
            if (batch.size() + line.length > MAX_BYTES) {
                send(batch, inBatch);
                batch.reset();
                inBatch = 0;
            }
            batch.writeBytes(line);
            inBatch++;
        }
        send(batch, inBatch);
        return new RecordedEvents(Math.toIntExact(taken - before), 0);
    }

    private void send(ByteArrayOutputStream batch, int events) {
        var receipt = deliver(batch.toByteArray());
        if (receipt.refused() >= events) {
            throw failed(
                    PushFailed.because("the server understands none of the events, and may be older than this program: "
                            + receipt.firstReason().orElse("no reason given")));
        }
        delivered += events;
        taken += receipt.taken();
        refused += receipt.refused();
        firstReason = firstReason == null ? receipt.firstReason().orElse(null) : firstReason;
    }

    private Receipt deliver(byte[] lines) {
        if (failure != null) {
            throw failure;
        }
        for (var tries = 1; ; tries++) {
            try {
                return endpoint.deliver(lines);
            } catch (PushFailed refusal) {
                var pause = refusal.pause();
                if (tries == TRIES
                        || pause.isZero()
                        || pause.toSeconds() > LONGEST_WAIT_SECONDS
                        || !waiting.lasts(pause)) {
                    throw failed(refusal);
                }
            }
        }
    }

    private PushFailed failed(PushFailed reason) {
        failure = reason;
        return reason;
    }

    synchronized long delivered() {
        return delivered;
    }

    synchronized long taken() {
        return taken;
    }

    synchronized long refused() {
        return refused;
    }

    /** Why the first of the refused events was. */
    synchronized Optional<String> firstReason() {
        return Optional.ofNullable(firstReason);
    }
}
