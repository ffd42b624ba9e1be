package dev.aiusage.http;

import static dev.aiusage.http.Tokens.ANNA;
import static dev.aiusage.http.Tokens.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.http.authentication.AccessTokens;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IngestTokenAuthenticationTest {

    private static final String TOKEN = "aiu_" + "x".repeat(43);

    private final Map<String, UserId> owners = new HashMap<>();
    private final RunningServer server = new RunningServer(
            RunningServer.settings(),
            new IngestTokenAuthentication(
                    token -> Optional.ofNullable(owners.get(token)),
                    new JwtAuthentication(AccessTokens.meantFor(Tokens.AUDIENCE, new SetClock(Tokens.NOW))
                            .signedWith(new Secret(Tokens.SECRET))
                            .build())));

    @BeforeEach
    void reset() {
        server.reset();
        owners.put(TOKEN, ANNA);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void an_ingest_token_delivers_for_its_owner() throws Exception {
        var response = server.send(delivery(TOKEN));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(server.imports.requests)
                .extracting(request -> request.user())
                .containsExactly(ANNA);
    }

    @Test
    void no_route_takes_it_but_those_that_usage_is_delivered_to() throws Exception {
        var taken = new ArrayList<String>();
        for (var route : server.server.routes()) {
            var path = route.path().replace("{token}", "none").replaceAll("\\{[^}]*}", ANNA.toString());
            var method = route.method().name();
            var withToken = server.send(asked(method, path).header("Authorization", "Bearer " + TOKEN));
            var without = server.send(asked(method, path));
            if (withToken.statusCode() == without.statusCode()) {
                assertThat(withToken.body()).as(path).isEqualTo(without.body());
            } else {
                taken.add(method + " " + path);
            }
        }

        assertThat(taken)
                .containsExactly(
                        "POST " + RunningServer.IMPORT, "POST /v1/metrics", "POST /v1/logs", "POST /v1/traces");
    }

    @Test
    void it_may_stand_in_the_path_of_telemetry_alone() throws Exception {
        var taken = new ArrayList<String>();
        for (var route : server.server.routes()) {
            var path = route.path().replaceAll("\\{[^}]*}", TOKEN);
            if (server.send(asked("POST", path)).statusCode() == 415) {
                taken.add(path);
            }
        }

        var base = "/ingest/" + TOKEN + "/v1/";
        assertThat(taken).containsExactly(base + "metrics", base + "logs", base + "traces");
    }

    @Test
    void the_one_in_the_path_counts_and_it_alone() throws Exception {
        var wrongInPath = server.request("/ingest/aiu_wrong/v1/logs").header("Authorization", "Bearer " + TOKEN);
        var accessToken = server.request("/ingest/" + Tokens.hs256(Tokens.claims(BEN)) + "/v1/logs");
        var wrongInHeader = server.request("/ingest/" + TOKEN + "/v1/logs").header("Authorization", "Bearer aiu_wrong");

        assertThat(server.send(telemetry(wrongInPath)).statusCode()).isEqualTo(401);
        assertThat(server.send(telemetry(accessToken)).statusCode()).isEqualTo(401);
        assertThat(server.send(telemetry(wrongInHeader)).statusCode()).isEqualTo(200);
        assertThat(server.telemetry.deliveries)
                .extracting(delivery -> delivery.user())
                .containsExactly(ANNA);
    }

    private static HttpRequest.Builder telemetry(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}"));
    }

    private HttpRequest.Builder asked(String method, String path) {
        return server.request(path).method(method, BodyPublishers.noBody());
    }

    @Test
    void it_is_good_for_nothing_else() throws Exception {
        var answer = server.send(server.request(RunningServer.DASHBOARD).header("Authorization", "Bearer " + TOKEN));
        var withoutToken = server.get(RunningServer.DASHBOARD);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(withoutToken.body());
        assertThat(server.dashboard.queries).isEmpty();
    }

    @Test
    void one_that_is_unknown_or_revoked_is_refused() throws Exception {
        owners.clear();

        assertThat(server.send(delivery(TOKEN)).statusCode()).isEqualTo(401);
        assertThat(server.imports.rows).isEmpty();
    }

    @Test
    void a_user_with_a_token_of_their_own_delivers_as_well() throws Exception {
        var response = server.send(delivery(Tokens.hs256(Tokens.claims(BEN))));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(server.imports.requests)
                .extracting(request -> request.user())
                .containsExactly(BEN);
    }

    private HttpRequest.Builder delivery(String token) {
        return server.request(RunningServer.IMPORT)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString("row"));
    }
}
