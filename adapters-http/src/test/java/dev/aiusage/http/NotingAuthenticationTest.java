package dev.aiusage.http;

import static dev.aiusage.http.Tokens.ANNA;
import static dev.aiusage.http.Tokens.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.http.authentication.AccessTokens;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NotingAuthenticationTest {

    private final List<UserId> noted = new ArrayList<>();
    private boolean isReachable = true;
    private final RunningServer server = new RunningServer(
            RunningServer.settings(),
            new NotingAuthentication(
                    new JwtAuthentication(AccessTokens.meantFor(Tokens.AUDIENCE, new SetClock(Tokens.NOW))
                            .signedWith(new Secret(Tokens.SECRET))
                            .build()),
                    this::note));

    private void note(UserId user) {
        if (!isReachable) {
            throw new StorageUnavailable("gone", new IllegalStateException("gone"));
        }
        noted.add(user);
    }

    @BeforeEach
    void reset() {
        server.reset();
        noted.clear();
        isReachable = true;
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void whoever_shows_a_valid_token_is_noted() throws Exception {
        assertThat(dashboard(Tokens.hs256(Tokens.claims(ANNA))).statusCode()).isEqualTo(200);
        assertThat(dashboard(Tokens.hs256(Tokens.claims(BEN))).statusCode()).isEqualTo(200);

        assertThat(noted).containsExactly(ANNA, BEN);
    }

    @Test
    void nobody_is_noted_without_a_valid_token_or_for_a_health_check() throws Exception {
        assertThat(dashboard(Tokens.hs256(Tokens.claims(ANNA)) + "x").statusCode())
                .isEqualTo(401);
        assertThat(server.get("/health").statusCode()).isEqualTo(200);
        assertThat(server.get("/health/live").statusCode()).isEqualTo(200);

        assertThat(noted).isEmpty();
    }

    @Test
    void a_storage_that_is_gone_is_told_as_for_any_request() throws Exception {
        isReachable = false;

        var response = dashboard(Tokens.hs256(Tokens.claims(ANNA)));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    private HttpResponse<String> dashboard(String token) throws Exception {
        return server.send(server.request(RunningServer.DASHBOARD).header("Authorization", "Bearer " + token));
    }
}
