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
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An issuer that changes its keys, or does not answer as it should. */
final class PublishedKeysTest {

    private static final RSAKey NEXT = Tokens.rsa("rsa-2");
    private static final Duration MOMENT = Duration.ofSeconds(11);
    private static final Duration LONG = Duration.ofMinutes(16);

    private final TokenServer service = new TokenServer(RSA, EC);
    private final KeyServer keys = service.keys;
    private final CountDownLatch end = new CountDownLatch(1);
    private final String byOld = rs256(RSA, lasting());
    private final String byNext = rs256(NEXT, lasting());

    @AfterEach
    void close() {
        end.countDown();
        service.close();
    }

    @Test
    void keys_are_fetched_when_they_are_needed_and_held() throws Exception {
        assertThat(service.status(hs256(claims(ANNA)))).isEqualTo(200);
        assertThat(keys.asked).hasValue(0);

        for (var round = 0; round < 3; round++) {
            assertThat(service.status(byOld)).isEqualTo(200);
            assertThat(service.status(es256(EC, lasting()))).isEqualTo(200);
        }
        assertThat(keys.asked).hasValue(1);
    }

    @Test
    void a_new_key_is_good_as_soon_as_a_token_names_it() throws Exception {
        assertThat(service.status(byOld)).isEqualTo(200);
        keys.publish(RSA, NEXT);
        service.clock.turn(MOMENT);

        assertThat(service.status(byNext)).isEqualTo(200);
        assertThat(service.status(byOld)).isEqualTo(200);
        assertThat(keys.asked).hasValue(2);
    }

    @Test
    void tokens_by_unknown_keys_make_no_flood_of_fetches() throws Exception {
        for (var round = 0; round < 20; round++) {
            assertThat(service.status(byNext)).isEqualTo(401);
        }
        assertThat(keys.asked).hasValue(1);
    }

    @Test
    void a_key_that_is_withdrawn_is_good_for_a_quarter_of_an_hour_at_most() throws Exception {
        assertThat(service.status(byOld)).isEqualTo(200);
        keys.publish(NEXT);
        service.clock.turn(LONG);

        assertThat(service.status(byOld)).isEqualTo(401);
        assertThat(service.status(byNext)).isEqualTo(200);
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
    void without_keys_nothing_can_be_said_until_the_issuer_answers(HttpHandler misbehaviour) throws Exception {
        var well = keys.answer;
        keys.answer = misbehaviour;
        var unanswered = service.get(byOld);
        var bySecret = service.status(hs256(claims(ANNA)));
        keys.answer = well;
        service.clock.turn(MOMENT);

        assertThat(unanswered.statusCode()).isEqualTo(503);
        assertThat(unanswered.headers().firstValue("Retry-After")).contains("5");
        assertThat(bySecret).isEqualTo(200);
        assertThat(service.status(byOld)).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("misbehaviours")
    void keys_from_before_go_on_to_serve(HttpHandler misbehaviour) throws Exception {
        assertThat(service.status(byOld)).isEqualTo(200);
        keys.answer = misbehaviour;

        for (var round = 0; round < 3; round++) {
            service.clock.turn(LONG);
            assertThat(service.status(byOld)).isEqualTo(200);
            assertThat(service.status(byNext)).isEqualTo(401);
        }
    }

    @Test
    void a_key_that_cannot_be_used_does_not_spoil_the_others() throws Exception {
        keys.answer = KeyServer.saying(200, """
                {"keys":[{"kty":"RSA"},{"kty":"OKP","crv":"Ed25519","x":"AA"},{"kty":"EC","crv":"P-256","x":"AA","y":"AA"},
                         {"kty":"lattice","kid":"rsa-1"},%s]}
                """.formatted(RSA.toPublicJWK().toJSONString()));

        assertThat(service.status(byOld)).isEqualTo(200);
    }

    @Test
    void a_redirect_leads_nowhere() throws Exception {
        try (var elsewhere = new KeyServer(NEXT)) {
            for (var status : List.of(301, 302, 303, 307, 308)) {
                keys.answer = exchange -> {
                    exchange.getResponseHeaders()
                            .add("Location", elsewhere.address().toString());
                    exchange.sendResponseHeaders(status, -1);
                };
                service.clock.turn(MOMENT);

                assertThat(service.status(byNext)).isEqualTo(503);
            }
            assertThat(elsewhere.asked).hasValue(0);
        }
    }

    @Test
    void an_endless_answer_is_broken_off() throws Exception {
        var sent = new AtomicLong();
        var broken = new CountDownLatch(1);
        keys.answer = exchange -> {
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

        assertThat(service.status(byOld)).isEqualTo(503);
        broken.await();
        assertThat(sent).hasValueLessThan(64L << 20);
    }

    @Test
    void an_answer_that_never_ends_is_given_up() throws Exception {
        keys.answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (!hasEnded()) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        };

        assertThat(service.status(byOld)).isEqualTo(503);
    }

    private static Map<String, Object> lasting() {
        return Tokens.with("exp", Tokens.NOW.plus(Duration.ofDays(1)).getEpochSecond());
    }

    private boolean hasEnded() {
        try {
            return end.await(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException closing) {
            return true;
        }
    }
}
