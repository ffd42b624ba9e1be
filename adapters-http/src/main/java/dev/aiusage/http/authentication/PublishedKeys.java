package dev.aiusage.http.authentication;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * The keys that an issuer publishes, held for a while. They are fetched anew in the background once they are five minutes old, and
 * after fifteen the caller waits for that, unless the issuer was silent the last time: then the old ones go on to serve. A token by
 * an unknown key waits for a fetch too. Only a few callers ever wait at once, so a silent issuer can't take all threads away.
 */
final class PublishedKeys implements TokenKeys {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(5);
    private static final Duration TRUSTED_UNASKED = Duration.ofMinutes(15);
    private static final int MAX_WAITING = 16;

    private final Semaphore waiting = new Semaphore(MAX_WAITING);
    private final KeySetFetches fetches;
    private final Clock clock;

    PublishedKeys(KeySetSource source, Clock clock) {
        this.fetches = new KeySetFetches(source, clock);
        this.clock = clock;
    }

    @Override
    public Set<JWSAlgorithm> algorithms() {
        return ALGORITHMS;
    }

    @Override
    public boolean haveSigned(SignedJWT token) {
        return keysFor(token.getHeader()).meantBy(token.getHeader()).stream().anyMatch(key -> key.hasSigned(token));
    }

    @Override
    public void prepare() {
        fetches.start();
    }

    private KeySet keysFor(JWSHeader header) {
        var held = fetches.latest().filter(set -> !set.keys().meantBy(header).isEmpty());
        if (held.isEmpty()) {
            return renewed().orElseThrow(KeysUnavailable::new);
        }
        var age = held.get().age(clock.instant());
        if (age.compareTo(TRUSTED_UNASKED) > 0 && !fetches.isFailing()) {
            return renewed().orElse(held.get().keys());
        }
        if (age.compareTo(RENEWED_AFTER) > 0) {
            fetches.start();
        }
        return held.get().keys();
    }

    private Optional<KeySet> renewed() {
        var fetch = fetches.start();
        if (!fetch.isDone() && waiting.tryAcquire()) {
            try {
                fetch.await();
            } finally {
                waiting.release();
            }
        }
        return fetches.latest().map(FetchedKeys::keys);
    }
}
