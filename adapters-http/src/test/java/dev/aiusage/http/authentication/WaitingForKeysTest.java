package dev.aiusage.http.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An issuer that does not answer, and many who come with its tokens. */
@Timeout(60)
final class WaitingForKeysTest {

    private static final int MAX_WAITING = 16;
    private static final int CALLERS = 100;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void only_a_few_callers_wait_and_the_others_get_by_with_what_is_held() throws Exception {
        var silent = new CompletableFuture<KeySet>();
        Queue<CompletableFuture<KeySet>> answers = new ArrayDeque<>(List.of(silent));
        var keys = new PublishedKeys(answers::remove, CLOCK);
        var answered = new CountDownLatch(CALLERS - MAX_WAITING);
        var threads = Executors.newFixedThreadPool(CALLERS);
        try {
            var calls = java.util.stream.Stream.generate(() -> CompletableFuture.runAsync(
                            () -> {
                                try {
                                    keys.haveSigned(token("known"));
                                } catch (KeysUnavailable expected) {
                                    answered.countDown();
                                }
                            },
                            threads))
                    .limit(CALLERS)
                    .toList();
            answered.await();

            assertThat(calls).filteredOn(call -> !call.isDone()).hasSizeBetween(MAX_WAITING, CALLERS);
            silent.complete(published());
            CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
            assertThat(answered.getCount()).isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whose_key_is_held_waits_for_nobody_until_the_keys_are_old() throws Exception {
        var now = new Instant[] {CLOCK.instant()};
        var clock = new Clock() {
            @Override
            public Instant instant() {
                return now[0];
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        var silent = new CompletableFuture<KeySet>();
        Queue<CompletableFuture<KeySet>> answers =
                new ArrayDeque<>(List.of(CompletableFuture.completedFuture(published()), silent));
        var keys = new PublishedKeys(answers::remove, clock);
        keys.prepare();

        now[0] = now[0].plus(Duration.ofMinutes(6));

        assertThat(keys.haveSigned(token("known"))).isFalse();
        assertThat(answers).as("fetched in the background").isEmpty();
        assertThat(silent).isNotDone();
    }

    private static KeySet published() {
        try {
            var key = new RSAKeyGenerator(2048).keyID("known").generate();
            return KeySet.parse(new JWKSet(key).toString());
        } catch (com.nimbusds.jose.JOSEException | ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether its signature is right does not matter here. */
    private static SignedJWT token(String keyId) {
        try {
            var header = "{\"alg\":\"RS256\",\"kid\":\"" + keyId + "\"}";
            return SignedJWT.parse(Base64URL.encode(header) + ".e30.AAAA");
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
