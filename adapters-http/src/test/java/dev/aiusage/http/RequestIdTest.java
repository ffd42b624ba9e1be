package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RequestIdTest {

    private final RunningServer server = new RunningServer();

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void every_answer_has_one() throws Exception {
        var paths = List.of(
                "/health",
                "/",
                "/js/app.js",
                "/docs",
                "/openapi.yaml",
                "/nothing",
                RunningServer.DASHBOARD + "?days=0");
        for (var path : paths) {
            var id = server.get(path).headers().firstValue("X-Request-Id").orElseThrow();
            assertThat(UUID.fromString(id).toString()).as(path).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0b9e5d2a-6f6e-4f7d-a8ad-3f4c4f1e0d11", "Trace_1.2-3", "x64"})
    void a_harmless_one_of_the_client_is_taken(String id) throws Exception {
        var given = id.equals("x64") ? "x".repeat(64) : id;

        var response = server.send(server.request("/health").header("X-Request-Id", given));

        assertThat(response.headers().allValues("X-Request-Id")).containsExactly(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "<script>", "x65", "", "a/b", "a,b"})
    void another_one_is_replaced(String id) throws Exception {
        var given = id.equals("x65") ? "x".repeat(65) : id;

        var response = server.send(server.request("/health").header("X-Request-Id", given));

        assertThat(response.headers().allValues("X-Request-Id")).hasSize(1).doesNotContain(given);
    }
}
