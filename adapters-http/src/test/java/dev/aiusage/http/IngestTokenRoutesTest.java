package dev.aiusage.http;

import static dev.aiusage.http.RunningServer.INGEST_TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.user.UserId;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IngestTokenRoutesTest {

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
    void a_token_is_shown_once() throws Exception {
        var made = server.json("POST", INGEST_TOKENS, "{\"name\":\"laptop\"}");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"token_id":"00000000-0000-0000-0000-000000000001","name":"laptop","token":"aiu_shown-once",
                 "created_at":"2026-11-24T12:00:00Z"}
                """));
        assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(server.get(INGEST_TOKENS).body()).isEqualTo(DashboardRoutesTest.compact("""
                {"ingest_tokens":[{"token_id":"00000000-0000-0000-0000-000000000001","name":"laptop",
                 "created_at":"2026-11-24T12:00:00Z","last_used_at":null}]}
                """));
        assertThat(server.ingestTokens.held).singleElement().satisfies(token -> {
            assertThat(token.user()).isEqualTo(UserId.LOCAL);
            assertThat(token.lastUsedAt()).isEqualTo(Optional.empty());
        });
    }

    @Test
    void a_revoked_token_is_gone() throws Exception {
        server.json("POST", INGEST_TOKENS, "{\"name\":\"laptop\"}");
        var path = INGEST_TOKENS + "/" + server.ingestTokens.held.get(0).id();

        assertThat(server.send(server.request(path).DELETE()).statusCode()).isEqualTo(204);
        assertThat(server.send(server.request(path).DELETE()).statusCode()).isEqualTo(404);
        assertThat(server.get(INGEST_TOKENS).body()).isEqualTo("{\"ingest_tokens\":[]}");
    }

    @Test
    void a_token_needs_a_name() throws Exception {
        var response = server.json("POST", INGEST_TOKENS, "{\"name\":null}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("\"errors\":[{\"field\":\"name\",\"message\":\"is missing\"}]");
    }

    @Test
    void an_id_that_is_none_is_not_found() throws Exception {
        assertThat(server.send(server.request(INGEST_TOKENS + "/x").DELETE()).statusCode())
                .isEqualTo(404);
    }
}
