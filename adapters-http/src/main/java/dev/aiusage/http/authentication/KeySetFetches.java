package dev.aiusage.http.authentication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One fetch at a time, and with a pause between two, whatever tokens people send. */
final class KeySetFetches {

    private static final Logger LOG = LoggerFactory.getLogger(KeySetFetches.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final KeySetSource source;
    private final Clock clock;
    private Instant started = Instant.MIN;
    private KeySetFetch fetch = new KeySetFetch(CompletableFuture.completedFuture(null));
    private volatile @Nullable FetchedKeys latest;
    private volatile boolean failing;

    KeySetFetches(KeySetSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    Optional<FetchedKeys> latest() {
        return Optional.ofNullable(latest);
    }

    /** Whether the last one that ended brought nothing. */
    boolean isFailing() {
        return failing;
    }

    /** Begins a fetch, unless one is under way or has begun a moment ago: then that one is meant. */
    synchronized KeySetFetch start() {
        var now = clock.instant();
        var isEarly = !now.isBefore(started) && now.isBefore(started.plus(PAUSE));
        if (fetch.isDone() && !isEarly) {
            started = now;
            fetch = new KeySetFetch(source.fetch().handle((keys, failure) -> end(now, keys, failure)));
        }
        return fetch;
    }

    private @Nullable Void end(Instant begun, @Nullable KeySet keys, @Nullable Throwable failure) {
        if (keys != null) {
            latest = new FetchedKeys(keys, begun);
            tellOfSuccess(keys);
            failing = false;
        } else {
            tellOfFailure(failure);
            failing = true;
        }
        return null;
    }

    private void tellOfSuccess(KeySet keys) {
        if (keys.keys().isEmpty()) {
            LOG.warn("{} publishes no key for RS256 or ES256", source);
        } else if (failing) {
            LOG.info("{} answers with keys again", source);
        }
    }

    /** Once, not each time that somebody calls. */
    private void tellOfFailure(@Nullable Throwable failure) {
        if (!failing) {
            var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
            LOG.warn("No keys for tokens from {}: {}", source, String.valueOf(cause));
        }
    }
}
