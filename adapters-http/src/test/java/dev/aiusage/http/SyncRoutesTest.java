package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.syncing.AskedSync;
import dev.aiusage.domain.user.UserId;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SyncRoutesTest {

    private static final String SYNC = "/api/ai-usage/sync";
    private static final String FIRST = "{\"integration_id\":\"" + FakeIntegrations.FIRST + "\"}";

    private final RunningServer server = new RunningServer();

    @BeforeEach
    void reset() {
        server.reset();
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void one_that_is_over_is_answered_with_what_it_brought() throws Exception {
        server.syncs.runs.add(FakeSyncs.succeeded());

        var response = server.json("POST", SYNC, FIRST);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Location")).isEmpty();
        assertThat(response.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"sync_id":"00000000-0000-0001-0000-000000000001",
                 "integration_id":"00000000-0000-0000-0000-000000000001","status":"succeeded","days_synced":90,
                 "metrics_stored":67,"started_at":"2026-11-24T12:00:00Z","finished_at":"2026-11-24T12:00:04Z",
                 "last_synced_at":"2026-11-24T12:00:04Z","error":null}
                """));
    }

    @Test
    void one_that_takes_longer_tells_where_to_ask() throws Exception {
        server.syncs.runs.add(FakeSyncs.queued());

        var response = server.json("POST", SYNC, FIRST);

        assertThat(response.statusCode()).isEqualTo(202);
        var place = response.headers().firstValue("Location").orElseThrow();
        assertThat(server.get(place).body()).isEqualTo(response.body());
    }

    @Test
    void all_of_them_are_synchronised_without_a_body() throws Exception {
        server.syncs.runs.add(FakeSyncs.failed());

        var response = server.send(server.request(SYNC).POST(BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .startsWith("{\"syncs\":[{")
                .contains("\"error\":{\"code\":\"not_allowed\",\"message\":\"The key may not read usage.\"}");
        assertThat(server.syncs.asked)
                .containsExactly(new AskedSync(UserId.LOCAL, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void who_asks_again_too_soon_is_told_how_long_to_wait() throws Exception {
        server.syncs.tooSoon = Duration.ofMillis(41_001);

        var response = server.json("POST", SYNC, "{}");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("42");
        assertThat(response.body()).contains("urn:ai-usage:problem:too-soon");
    }

    @Test
    void the_history_of_an_integration_can_be_read() throws Exception {
        server.syncs.runs.add(FakeSyncs.succeeded());

        var response = server.get("/api/ai-usage/integrations/" + FakeIntegrations.FIRST + "/syncs");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).startsWith("{\"syncs\":[{\"sync_id\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"integration_id\":\"x\"} | 404 |",
                "{\"integration_id\":\"7c9e6679-7425-40de-944b-e07fc1f90ae7\"} | 404 |",
                "{\"integration_id\":5} | 400 | integration_id",
                "{\"from\":\"24.11.2026\"} | 400 | from",
                "{\"to\":\"2026-02-30\"} | 400 | to",
                "{\"from\":\"2026-11-01\"} | 422 | from",
                "[] | 400 | body"
            })
    void wrong_bodies_are_refused_with_the_field(String body, int status, String field) throws Exception {
        var response = server.json("POST", SYNC, body);

        assertThat(response.statusCode()).isEqualTo(status);
        if (field != null) {
            assertThat(response.body()).contains("\"field\":\"" + field + "\"");
        }
    }
}
