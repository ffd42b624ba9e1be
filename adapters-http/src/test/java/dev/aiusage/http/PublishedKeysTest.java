package dev.aiusage.http;

import static dev.aiusage.http.Tokens.ANNA;
import static dev.aiusage.http.Tokens.EC;
import static dev.aiusage.http.Tokens.RSA;
import static dev.aiusage.http.Tokens.claims;
import static dev.aiusage.http.Tokens.es256;
import static dev.aiusage.http.Tokens.hs256;
import static dev.aiusage.http.Tokens.rs256;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpHandler;
import dev.aiusage.http.authentication.AccessTokens;
import dev.aiusage.http.authentication.KeysUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An issuer that changes its keys, or does not answer as it should. */
final class PublishedKeysTest {

    private enum Outcome {
        GOOD,
        REFUSED,
        UNKNOWN
    }

    private static final RSAKey NEXT = Tokens.rsa("rsa-2");
    private static final Duration MOMENT = Duration.ofSeconds(11);
    private static final Duration LONG = Duration.ofMinutes(16);

    private static final KeyServer KEYS = new KeyServer();

    private final SetClock clock = new SetClock(Tokens.NOW);
    private final AccessTokens tokens = Tokens.accepted(KEYS, clock);
    private final CountDownLatch end = new CountDownLatch(1);
    private final String byOld = rs256(RSA, lasting());
    private final String byNext = rs256(NEXT, lasting());

    @BeforeEach
    void publish() {
        KEYS.publish(RSA, EC);
        KEYS.asked.set(0);
    }

    @AfterEach
    void close() {
        end.countDown();
    }

    @AfterAll
    static void closeKeys() {
        KEYS.close();
    }

    @Test
    void keys_are_fetched_when_they_are_needed_and_held() {
        assertThat(outcome(hs256(claims(ANNA)))).isEqualTo(Outcome.GOOD);
        assertThat(KEYS.asked).hasValue(0);

        for (var round = 0; round < 3; round++) {
            assertThat(outcome(byOld)).isEqualTo(Outcome.GOOD);
            assertThat(outcome(es256(EC, lasting()))).isEqualTo(Outcome.GOOD);
        }
        assertThat(KEYS.asked).hasValue(1);
    }

    @Test
    void a_new_key_is_good_as_soon_as_a_token_names_it() {
        assertThat(outcome(byOld)).isEqualTo(Outcome.GOOD);
        KEYS.publish(RSA, NEXT);
        clock.turn(MOMENT);

        assertThat(outcome(byNext)).isEqualTo(Outcome.GOOD);
        assertThat(outcome(byOld)).isEqualTo(Outcome.GOOD);
        assertThat(KEYS.asked).hasValue(2);
    }

    @Test
    void tokens_by_unknown_keys_make_no_flood_of_fetches() {
        for (var round = 0; round < 20; round++) {
            assertThat(outcome(byNext)).isEqualTo(Outcome.REFUSED);
        }
        assertThat(KEYS.asked).hasValue(1);
    }

    @Test
    void a_key_that_is_withdrawn_is_good_for_a_quarter_of_an_hour_at_most() {
        assertThat(outcome(byOld)).isEqualTo(Outcome.GOOD);
        KEYS.publish(NEXT);
        clock.turn(LONG);

        assertThat(outcome(byOld)).isEqualTo(Outcome.REFUSED);
        assertThat(outcome(byNext)).isEqualTo(Outcome.GOOD);
    }

    static Stream<HttpHandler> misbehaviours() {
        return Stream.of(
                KeyServer.saying(500, "{\"keys\":[]}"),
                KeyServer.saying(404, "nothing here"),
                KeyServer.saying(200, "<html>not JSON</html>"),
                KeyServer.saying(200, "{\"key\":[]}"),
                KeyServer.saying(200, "[".repeat(60_000)),
                KeyServer.saying(200, "{\"keys\":[" + " ".repeat(70_000) + "]}"),
                KeyServer.saying(204, ""),
                exchange -> {
                    throw new IOException("cut off");
                });
    }

    @ParameterizedTest
    @MethodSource("misbehaviours")
    void without_keys_nothing_can_be_said_until_the_issuer_answers(HttpHandler misbehaviour) {
        var well = KEYS.answer;
        KEYS.answer = misbehaviour;
        var unanswered = outcome(byOld);
        var bySecret = outcome(hs256(claims(ANNA)));
        KEYS.answer = well;
        clock.turn(MOMENT);

        assertThat(unanswered).isEqualTo(Outcome.UNKNOWN);
        assertThat(bySecret).isEqualTo(Outcome.GOOD);
        assertThat(outcome(byOld)).isEqualTo(Outcome.GOOD);
    }

    @ParameterizedTest
    @MethodSource("misbehaviours")
    void keys_from_before_go_on_to_serve(HttpHandler misbehaviour) {
        assertThat(outcome(byOld)).isEqualTo(Outcome.GOOD);
        KEYS.answer = misbehaviour;

        for (var round = 0; round < 3; round++) {
            clock.turn(LONG);
            assertThat(outcome(byOld)).isEqualTo(Outcome.GOOD);
            assertThat(outcome(byNext)).isEqualTo(Outcome.REFUSED);
        }
    }

    @Test
    void a_key_that_cannot_be_used_does_not_spoil_the_others() {
        KEYS.answer = KeyServer.saying(200, """
                {"keys":[{"kty":"RSA"},{"kty":"OKP","crv":"Ed25519","x":"AA"},{"kty":"EC","crv":"P-256","x":"AA","y":"AA"},
                         {"kty":"lattice","kid":"rsa-1"},%s]}
                """.formatted(RSA.toPublicJWK().toJSONString()));

        assertThat(outcome(byOld)).isEqualTo(Outcome.GOOD);
    }

    @Test
    void a_redirect_leads_nowhere() {
        try (var elsewhere = new KeyServer(NEXT)) {
            for (var status : List.of(301, 302, 303, 307, 308)) {
                KEYS.answer = exchange -> {
                    exchange.getResponseHeaders()
                            .add("Location", elsewhere.address().toString());
                    exchange.sendResponseHeaders(status, -1);
                };
                clock.turn(MOMENT);

                assertThat(outcome(byNext)).isEqualTo(Outcome.UNKNOWN);
            }
            assertThat(elsewhere.asked).hasValue(0);
        }
    }

    @Test
    void an_endless_answer_is_broken_off() throws Exception {
        var sent = new AtomicLong();
        var broken = new CountDownLatch(1);
        KEYS.answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(new byte[1 << 16]);
                    sent.addAndGet(1 << 16);
                }
            } finally {
                broken.countDown();
            }
        };

        assertThat(outcome(byOld)).isEqualTo(Outcome.UNKNOWN);
        broken.await();
        assertThat(sent).hasValueLessThan(64L << 20);
    }

    @Test
    void an_answer_that_never_ends_is_given_up() {
        KEYS.answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (!hasEnded()) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        };

        assertThat(outcome(byOld)).isEqualTo(Outcome.UNKNOWN);
    }

    private static Map<String, Object> lasting() {
        return Tokens.with("exp", Tokens.NOW.plus(Duration.ofDays(1)).getEpochSecond());
    }

    private Outcome outcome(String token) {
        try {
            return tokens.userOf(token).filter(ANNA::equals).isPresent() ? Outcome.GOOD : Outcome.REFUSED;
        } catch (KeysUnavailable unavailable) {
            return Outcome.UNKNOWN;
        }
    }

    private boolean hasEnded() {
        try {
            return end.await(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException closing) {
            return true;
        }
    }
}
