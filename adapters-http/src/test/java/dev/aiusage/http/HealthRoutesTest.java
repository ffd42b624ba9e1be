package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HealthRoutesTest {

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
    void a_reachable_storage_is_healthy() throws Exception {
        var response = server.get("/health");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"status\":\"ok\",\"version\":\"1.2.3\",\"storage\":\"memory\"}");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void a_storage_out_of_reach_is_told_with_503() throws Exception {
        server.storage.isReachable = false;

        var response = server.get("/health");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body())
                .isEqualTo("{\"status\":\"unavailable\",\"version\":\"1.2.3\",\"storage\":\"memory\"}");
        assertThat(response.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void to_be_alive_no_storage_is_needed() throws Exception {
        server.storage.isReachable = false;

        var response = server.get("/health/live");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"status\":\"ok\",\"version\":\"1.2.3\"}");
        assertThat(server.storage.asked).isZero();
    }
}
