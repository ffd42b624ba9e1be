package dev.aiusage.http;

import static dev.aiusage.http.Tokens.ANNA;
import static dev.aiusage.http.Tokens.EC;
import static dev.aiusage.http.Tokens.NOW;
import static dev.aiusage.http.Tokens.RSA;
import static dev.aiusage.http.Tokens.SECRET;
import static dev.aiusage.http.Tokens.claims;
import static dev.aiusage.http.Tokens.encoded;
import static dev.aiusage.http.Tokens.hmac;
import static dev.aiusage.http.Tokens.hs256;
import static dev.aiusage.http.Tokens.rs256;
import static dev.aiusage.http.Tokens.signed;
import static dev.aiusage.http.Tokens.signedAs;
import static dev.aiusage.http.Tokens.signer;
import static dev.aiusage.http.Tokens.with;
import static dev.aiusage.http.Tokens.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a token, the answer is the same to the letter. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RefusedTokensTest {

    private static final RSAKey FOREIGN_RSA = Tokens.rsa("rsa-1");
    private static final RSAKey SHORT_RSA = Tokens.rsa("rsa-short", 1024);
    private static final RSAKey ENCRYPTING_RSA =
            new RSAKey.Builder(Tokens.rsa("rsa-enc")).keyUse(KeyUse.ENCRYPTION).build();
    private static final RSAKey OTHER_ALGORITHM_RSA = new RSAKey.Builder(Tokens.rsa("rsa-512"))
            .algorithm(JWSAlgorithm.RS512)
            .build();
    private static final ECKey FOREIGN_EC = Tokens.ec("ec-1", Curve.P_256);
    private static final ECKey P384 = Tokens.ec("ec-384", Curve.P_384);
    private static final OctetSequenceKey OCTETS = new OctetSequenceKey.Builder(
                    "a published secret is a secret no more".getBytes(StandardCharsets.UTF_8))
            .keyID("oct-1")
            .build();

    private final TokenServer service =
            new TokenServer(RSA, EC, SHORT_RSA, ENCRYPTING_RSA, OTHER_ALGORITHM_RSA, P384, OCTETS);
    private final RunningServer server = service.server;

    @BeforeEach
    void reset() {
        server.reset();
    }

    @AfterAll
    void close() {
        service.close();
    }

    static Stream<Arguments> claimsThatWillNotDo() {
        var now = NOW.getEpochSecond();
        var cases = new ArrayList<Arguments>();
        for (var claim : List.of("exp", "sub", "aud", "iss")) {
            cases.add(Arguments.of("no " + claim, hs256(without(claim))));
            for (var value : List.of("", "x", List.of(), Map.of("a", 1), true)) {
                cases.add(Arguments.of(claim + "=" + value, hs256(with(claim, value))));
            }
        }
        cases.addAll(List.of(
                Arguments.of("expired", hs256(with("exp", now - 3600))),
                Arguments.of("just expired", hs256(with("exp", now - 30))),
                Arguments.of("expired, by published key", rs256(RSA, with("exp", now - 30))),
                Arguments.of("end as text", hs256(with("exp", String.valueOf(now + 60)))),
                Arguments.of("negative end", hs256(with("exp", -1))),
                Arguments.of("end in milliseconds as a fraction", hs256(with("exp", -1e300))),
                Arguments.of("not yet valid", hs256(with("nbf", now + 3600))),
                Arguments.of("hardly not yet valid", hs256(with("nbf", now + 31))),
                Arguments.of("start as text", hs256(with("nbf", "now"))),
                Arguments.of("other audience", hs256(with("aud", "anon"))),
                Arguments.of("other audiences", hs256(with("aud", List.of("a", "b")))),
                Arguments.of("audience in capitals", hs256(with("aud", "Authenticated"))),
                Arguments.of("other issuer", hs256(with("iss", "https://evil.example"))),
                Arguments.of("issuer with a slash", hs256(with("iss", Tokens.ISSUER + "/"))),
                Arguments.of("a name", hs256(with("sub", "anna@example.com"))),
                Arguments.of("a short UUID", hs256(with("sub", "1-1-1-1-1"))),
                Arguments.of("a UUID in braces", hs256(with("sub", "{" + ANNA + "}"))),
                Arguments.of("a UUID and a line break", hs256(with("sub", ANNA + "\n"))),
                Arguments.of("a number", hs256(with("sub", 7)))));
        return cases.stream();
    }

    static Stream<Arguments> signaturesThatWillNotDo() throws Exception {
        var claims = claims(ANNA);
        var good = hs256(claims);
        var rsaPem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(RSA.toRSAPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----";
        var cases = new ArrayList<Arguments>();
        for (var none : List.of("none", "None", "NONE", "nOnE", "", "null")) {
            var head = encoded("{\"alg\":\"" + none + "\",\"typ\":\"JWT\"}") + "." + new Payload(claims).toBase64URL();
            cases.add(Arguments.of("alg " + none, head + "."));
            cases.add(Arguments.of("alg " + none + " without the last dot", head));
            cases.add(Arguments.of("alg " + none + " signed", head + good.substring(good.lastIndexOf('.'))));
        }
        Map<String, byte[]> publicTexts = Map.of(
                "PEM", rsaPem.getBytes(StandardCharsets.UTF_8),
                "PEM with a line break", (rsaPem + "\n").getBytes(StandardCharsets.UTF_8),
                "DER", RSA.toRSAPublicKey().getEncoded(),
                "JWK", RSA.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8),
                "modulus", RSA.getModulus().decode(),
                "modulus as text", RSA.getModulus().toString().getBytes(StandardCharsets.UTF_8),
                "EC JWK", EC.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8),
                "published octets", OCTETS.toByteArray());
        publicTexts.forEach((name, text) -> {
            for (var id : List.of("rsa-1", "ec-1", "oct-1")) {
                var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(id);
                cases.add(Arguments.of("HS256 by " + name + " as " + id, signed(header, hmac(text), claims)));
            }
        });
        for (var algorithm : List.of(JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
            var longer = SECRET.repeat(3);
            cases.add(Arguments.of(
                    "the secret by " + algorithm, signed(new JWSHeader.Builder(algorithm), hmac(longer), claims)));
        }
        for (var algorithm : List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.PS512)) {
            var header = new JWSHeader.Builder(algorithm).keyID("rsa-1");
            cases.add(Arguments.of("the key by " + algorithm, signed(header, signer(RSA), claims)));
        }
        var es384 = new JWSHeader.Builder(JWSAlgorithm.ES384).keyID("ec-384").build();
        cases.addAll(List.of(
                Arguments.of("another secret", signed(plain(), hmac(SECRET + "!"), claims)),
                Arguments.of("another RSA key", rs256(FOREIGN_RSA, claims)),
                Arguments.of("another EC key", Tokens.es256(FOREIGN_EC, claims)),
                Arguments.of("a key of no known name", rs256(Tokens.rsa("rsa-9"), claims)),
                Arguments.of("a short key", rs256(SHORT_RSA, claims)),
                Arguments.of("a key for encryption", rs256(ENCRYPTING_RSA, claims)),
                Arguments.of("a key for another algorithm", rs256(OTHER_ALGORITHM_RSA, claims)),
                Arguments.of("another curve", signed(es384, signer(P384), new Payload(claims))),
                Arguments.of(
                        "another curve under a false name",
                        signedAs("{\"alg\":\"ES256\",\"kid\":\"ec-384\"}", es384, signer(P384), claims)),
                Arguments.of(
                        "RS256 under the name of ES256",
                        signedAs("{\"alg\":\"ES256\",\"kid\":\"rsa-1\"}", rsa().build(), signer(RSA), claims)),
                Arguments.of(
                        "zeros for ES256",
                        encoded("{\"alg\":\"ES256\",\"kid\":\"ec-1\"}") + "." + new Payload(claims).toBase64URL() + "."
                                + Base64URL.encode(new byte[64])),
                Arguments.of(
                        "a key that came along",
                        signed(rsa().jwk(FOREIGN_RSA.toPublicJWK()), signer(FOREIGN_RSA), claims)),
                Arguments.of(
                        "a key from elsewhere",
                        signed(rsa().jwkURL(URI.create("https://evil.example/keys")), signer(FOREIGN_RSA), claims))));
        return cases.stream();
    }

    static Stream<Arguments> formsThatWillNotDo() {
        var claims = claims(ANNA);
        var good = hs256(claims);
        var parts = good.split("\\.", -1);
        var plain = plain().build();
        var secret = hmac(SECRET);
        return Stream.of(
                Arguments.of("must understand", byHeader("{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"exp\":1}")),
                Arguments.of("must understand nothing", byHeader("{\"alg\":\"HS256\",\"crit\":[]}")),
                Arguments.of("bare payload", byHeader("{\"alg\":\"HS256\",\"b64\":false}")),
                Arguments.of("bare payload, marked", byHeader("{\"alg\":\"HS256\",\"b64\":false,\"crit\":[\"b64\"]}")),
                Arguments.of("two algorithms", byHeader("{\"alg\":\"none\",\"alg\":\"HS256\"}")),
                Arguments.of("no algorithm", byHeader("{}")),
                Arguments.of("algorithm as number", byHeader("{\"alg\":256}")),
                Arguments.of("algorithm in small letters", byHeader("{\"alg\":\"hs256\"}")),
                Arguments.of("header no JSON", byHeader("HS256")),
                Arguments.of("header a list", byHeader("[\"HS256\"]")),
                Arguments.of("header deep", byHeader("[".repeat(5_000))),
                Arguments.of("nested", byHeader("{\"alg\":\"HS256\",\"cty\":\"JWT\"}")),
                Arguments.of("encrypted", byHeader("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}")),
                Arguments.of("logout token", signed(plain().type(new JOSEObjectType("logout+jwt")), secret, claims)),
                Arguments.of("payload no JSON", signed(plain, secret, new Payload("claims"))),
                Arguments.of("payload a list", signed(plain, secret, new Payload("[1]"))),
                Arguments.of("payload a token", signed(plain, secret, new Payload(good))),
                Arguments.of("payload deep", signed(plain, secret, new Payload("{\"a\":".repeat(1_500)))),
                Arguments.of("payload changed", parts[0] + "." + encoded("{}") + "." + parts[2]),
                Arguments.of("truncated", good.substring(0, good.length() - 4)),
                Arguments.of("without signature", parts[0] + "." + parts[1]),
                Arguments.of("with an empty signature", parts[0] + "." + parts[1] + "."),
                Arguments.of("five parts", good + ".a.b"),
                Arguments.of("dots", "..."),
                Arguments.of("dots and letters", "a.b.c"),
                Arguments.of("garbage", "garbage"),
                Arguments.of("padded", good + "="),
                Arguments.of("an ingest token", "aiu_" + "a".repeat(43)),
                Arguments.of("two tokens", good + " " + good),
                Arguments.of("a list of tokens", good + "," + good),
                Arguments.of("nothing", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"claimsThatWillNotDo", "signaturesThatWillNotDo", "formsThatWillNotDo"})
    void all_are_answered_alike(String wrong, String token) throws Exception {
        assertRefused("Authorization: Bearer " + token);
    }

    @Test
    void so_is_what_is_no_bearer_token_at_all() throws Exception {
        var good = hs256(claims(ANNA));
        for (var headers : List.of(
                "Accept: */*",
                "Authorization: Bearer",
                "Authorization: " + good,
                "Authorization: Basic " + good,
                "Authorization: Bearer:" + good,
                "Authorization: Bearer\t" + good,
                "Authorization: \"Bearer " + good + "\"",
                "X-Authorization: Bearer " + good,
                "Proxy-Authorization: Bearer " + good,
                "Cookie: access_token=" + good,
                "Authorization: Bearer " + good + "\r\nAuthorization: Bearer " + good,
                "Authorization: Bearer " + good + "\r\nauthorization: Basic YTpi",
                "Authorization: Basic YTpi\r\nAuthorization: Bearer " + good)) {
            assertRefused(headers);
        }
    }

    @Test
    void a_token_in_the_query_is_not_looked_at() throws Exception {
        var good = hs256(claims(ANNA));

        for (var name : List.of("access_token", "token", "authorization")) {
            assertThat(server.get(RunningServer.DASHBOARD + "?" + name + "=" + good)
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void no_single_change_leaves_a_token_good() {
        var random = new Random(20_261_124);
        var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
        for (var good : List.of(hs256(claims(ANNA)), rs256(RSA, claims(ANNA)), Tokens.es256(EC, claims(ANNA)))) {
            for (var round = 0; round < 1_000; round++) {
                // Some bits of the last letter mean nothing in Base64.
                var at = random.nextInt(good.length() - 1);
                var letter = letters.charAt(random.nextInt(letters.length()));
                var changed = good.substring(0, at) + letter + good.substring(at + 1);
                if (!changed.equals(good)) {
                    assertThat(service.tokens.userOf(changed)).as(changed).isEmpty();
                }
                assertThat(service.tokens.userOf(good.substring(0, at))).isEmpty();
            }
        }
    }

    @Test
    void the_answer_says_what_is_needed_and_nothing_else() throws Exception {
        var answer = server.get(RunningServer.DASHBOARD);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"type":"urn:ai-usage:problem:unauthenticated","title":"Not authenticated","status":401,
                 "detail":"This call needs a valid bearer token in its Authorization header."}
                """));
    }

    private void assertRefused(String headers) throws Exception {
        assertThat(answerTo(headers)).startsWith("HTTP/1.1 401 ").isEqualTo(answerTo("Accept: */*"));
        assertThat(server.dashboard.queries).isEmpty();
    }

    private String answerTo(String headers) throws Exception {
        var request = "GET " + RunningServer.DASHBOARD + " HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: same\r\n"
                + "Connection: close\r\n" + headers + "\r\n\r\n";
        return server.raw(request).replaceAll("Date: [^\r]*\r\n", "");
    }

    private static JWSHeader.Builder plain() {
        return new JWSHeader.Builder(JWSAlgorithm.HS256);
    }

    private static JWSHeader.Builder rsa() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-1");
    }

    private static String byHeader(String header) {
        return signedAs(header, plain().build(), hmac(SECRET), claims(ANNA));
    }
}
