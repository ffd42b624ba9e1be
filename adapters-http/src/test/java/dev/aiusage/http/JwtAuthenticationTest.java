package dev.aiusage.http;

import static dev.aiusage.http.Tokens.ANNA;
import static dev.aiusage.http.Tokens.BEN;
import static dev.aiusage.http.Tokens.EC;
import static dev.aiusage.http.Tokens.NOW;
import static dev.aiusage.http.Tokens.RSA;
import static dev.aiusage.http.Tokens.claims;
import static dev.aiusage.http.Tokens.es256;
import static dev.aiusage.http.Tokens.hs256;
import static dev.aiusage.http.Tokens.rs256;
import static dev.aiusage.http.Tokens.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import dev.aiusage.application.dashboard.DashboardQuery;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JwtAuthenticationTest {

    private final TokenServer service = new TokenServer(RSA, EC);
    private final RunningServer server = service.server;

    @BeforeEach
    void reset() {
        server.reset();
    }

    @AfterAll
    void close() {
        service.close();
    }

    static Stream<String> good() {
        var now = NOW.getEpochSecond();
        return Stream.of(
                hs256(claims(ANNA)),
                rs256(RSA, claims(ANNA)),
                es256(EC, claims(ANNA)),
                hs256(with("sub", ANNA.toString().toUpperCase(Locale.ROOT))),
                hs256(with("aud", List.of("others", Tokens.AUDIENCE))),
                hs256(with("exp", now - 29)),
                hs256(with("nbf", now + 30)),
                hs256(with("iat", now + 3600)),
                Tokens.signed(typed("at+jwt"), Tokens.hmac(Tokens.SECRET), claims(ANNA)),
                Tokens.signed(typed("jwt"), Tokens.hmac(Tokens.SECRET), claims(ANNA)),
                Tokens.signed(new JWSHeader.Builder(JWSAlgorithm.RS256), Tokens.signer(RSA), claims(ANNA)));
    }

    @ParameterizedTest
    @MethodSource("good")
    void the_subject_of_a_good_token_is_the_user(String token) throws Exception {
        assertThat(service.status(token)).isEqualTo(200);
        assertThat(server.dashboard.queries).extracting(DashboardQuery::user).containsExactly(ANNA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "bEaReR   "})
    void the_scheme_may_be_written_in_any_case(String scheme) throws Exception {
        var request = server.request(RunningServer.DASHBOARD).header("Authorization", scheme + hs256(claims(ANNA)));

        assertThat(server.send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void each_user_is_asked_about_and_written_to_alone() throws Exception {
        service.get(rs256(RSA, claims(ANNA)));
        service.get(hs256(claims(BEN)));
        server.send(server.request(RunningServer.IMPORT)
                .header("Authorization", "Bearer " + es256(EC, claims(BEN)))
                .POST(BodyPublishers.ofString("row")));

        assertThat(server.dashboard.queries).extracting(DashboardQuery::user).containsExactly(ANNA, BEN);
        assertThat(server.imports.requests)
                .extracting(request -> request.user())
                .containsExactly(BEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/js/app.js", "/docs", "/docs/docs.js", "/openapi.yaml", "/health", "/health/live"})
    void pages_and_health_need_no_token_and_no_certain_host(String path) throws Exception {
        assertThat(server.get(path).statusCode()).isEqualTo(200);
        assertThat(server.raw("GET " + path + " HTTP/1.1\r\nHost: usage.example.com\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void everything_else_does_even_where_nothing_is() throws Exception {
        for (var path : List.of(
                RunningServer.DASHBOARD,
                RunningServer.HEATMAP,
                "/api/nothing",
                "/api/",
                "/v1/logs",
                "/ingest/x/v1/logs")) {
            assertThat(server.get(path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(server.post(RunningServer.IMPORT, "row").statusCode()).isEqualTo(401);
        assertThat(server.imports.rows).isEmpty();
    }

    @Test
    void a_token_is_taken_from_any_host_and_page_but_only_allowed_pages_may_read() throws Exception {
        var token = hs256(claims(ANNA));
        var foreign = server.send(
                service.request(token).header("Origin", "https://evil.example").header("Sec-Fetch-Site", "cross-site"));
        var allowed = server.send(server.request(RunningServer.DASHBOARD).header("Origin", RunningServer.FRONTEND));
        var asked = server.send(server.request(RunningServer.DASHBOARD)
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", RunningServer.FRONTEND)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization"));

        assertThat(foreign.statusCode()).isEqualTo(200);
        assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(allowed.statusCode()).isEqualTo(401);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains(RunningServer.FRONTEND);
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization");
    }

    @Test
    void without_the_issuers_keys_nobody_is_refused_for_good() throws Exception {
        try (var other = new TokenServer()) {
            other.keys.answer = KeyServer.saying(500, "");
            var answer = other.get(rs256(RSA, claims(ANNA)));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
            assertThat(answer.body()).isEqualTo(DashboardRoutesTest.compact("""
                    {"type":"urn:ai-usage:problem:unavailable","title":"Temporarily unavailable","status":503,
                     "detail":"The keys that tokens are checked by can't be had at the moment."}
                    """));
        }
    }

    @Test
    void a_token_of_a_megabyte_is_too_large_to_look_at() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port)) {
            socket.setSoTimeout(30_000);
            var out = socket.getOutputStream();
            out.write(
                    bytes("GET " + RunningServer.DASHBOARD + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "));
            out.write(bytes("x".repeat(1 << 15)));
            var first = socket.getInputStream().read();
            for (var sent = 1 << 15; sent < 1 << 20; sent += 1 << 15) {
                out.write(bytes("x".repeat(1 << 15)));
            }
            out.write(bytes("\r\n\r\n"));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat((char) first + answer)
                    .startsWith("HTTP/1.1 431 ")
                    .contains("urn:ai-usage:problem:headers-too-large");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static JWSHeader.Builder typed(String type) {
        return new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType(type));
    }
}
