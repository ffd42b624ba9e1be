package dev.aiusage.server.syncing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.testing.FakeAnthropic;
import dev.aiusage.testing.Midnight;
import dev.aiusage.testing.Patience;
import dev.aiusage.testing.Program;
import dev.aiusage.testing.RunningProgram;
import dev.aiusage.testing.SharedDatabase;
import dev.aiusage.testing.UserToken;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one database, and a vendor that is asked by one of them when it is killed. */
final class SyncTakeoverTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "sk-ant-admin01-needle-in-a-haystack";
    private static final UserId USER = new UserId(UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae7"));

    @Test
    void when_the_instance_that_synchronises_is_killed_the_other_goes_on_where_it_stopped(@TempDir Path directory)
            throws Exception {
        Midnight.letPass();
        try (var anthropic = new FakeAnthropic();
                var database = SharedDatabase.in(directory.resolve("database"))) {
            var program = database.known(Program.in(directory))
                    .with("AUTH_JWT_SECRET", UserToken.SECRET)
                    .with("ENCRYPTION_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                    .with("ANTHROPIC_BASE_URL", anthropic.address().toString())
                    .with("VENDOR_CONCURRENCY", "4")
                    .with("SYNC_AT", farFromNow());
            anthropic.hangAfter(50);
            try (var one = program.serve()) {
                var run = connect(one).path("last_sync").path("sync_id").asText();
                Patience.until("a call that hangs", anthropic::hangs);
                try (var other = program.serve()) {
                    var before = calls(anthropic);
                    one.kill();
                    anthropic.goOn();
                    awaitTakeover(anthropic, before);

                    var ended = whenOver(other, run);

                    assertThat(ended.path("status").asText())
                            .as(ended.toString())
                            .isEqualTo("succeeded");
                    assertThat(ended.path("days_synced").asInt()).isEqualTo(90);
                    assertThat(ended.path("metrics_stored").asInt()).isEqualTo(90);
                    assertDashboard(other);
                    assertThat(anthropic.callsByDay()).hasSize(90);
                    assertThat(anthropic.callsByDay().values().stream().filter(calls -> calls > 1))
                            .hasSizeLessThanOrEqualTo(5);
                    assertThat(other.log().toString() + one.log()).doesNotContain(KEY);
                }
            }
            assertThat(anthropic.keys()).containsOnly(KEY);
        }
    }

    /** The daily turn would ask for some days once more. */
    private static String farFromNow() {
        return LocalTime.now(ZoneOffset.UTC)
                .plusHours(12)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static JsonNode connect(RunningProgram service) throws Exception {
        var request = HttpRequest.newBuilder(service.address().resolve("/api/ai-usage/connect?check=true"))
                .header("Authorization", "Bearer " + UserToken.of(USER))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"provider\":\"claude_code\",\"api_key\":\"" + KEY + "\"}"));
        var response = service.send(request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        assertThat(response.body()).contains("Acme").doesNotContain(KEY);
        return JSON.readTree(response.body());
    }

    /** Less than the 90 seconds after which somebody must have taken over, and some for a slow machine. */
    private static void awaitTakeover(FakeAnthropic anthropic, int before) throws InterruptedException {
        var end = System.nanoTime() + 150_000_000_000L;
        while (calls(anthropic) == before && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(calls(anthropic)).as("calls").isGreaterThan(before);
    }

    private static int calls(FakeAnthropic anthropic) {
        return anthropic.callsByDay().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static JsonNode whenOver(RunningProgram service, String run) throws Exception {
        var start = System.nanoTime();
        var shown = get(service, "syncs/" + run);
        while (!shown.path("finished_at").isTextual() && System.nanoTime() - start < Patience.LONGEST.toNanos()) {
            Thread.sleep(200);
            shown = get(service, "syncs/" + run);
        }
        return shown;
    }

    private static void assertDashboard(RunningProgram service) throws Exception {
        var today = LocalDate.now(ZoneOffset.UTC);
        var decisions = 4L * FakeAnthropic.PAGES;
        var expected = DateRange.lastDays(90, today).stream()
                .mapToLong(day -> decisions
                        + FakeAnthropic.sessions(day, 1)
                        + FakeAnthropic.sessions(day, 2)
                        + FakeAnthropic.sessions(day, 3))
                .sum();
        var shown = get(service, "dashboard?days=90&timezone=UTC");
        assertThat(shown.path("total_interactions").asLong()).isEqualTo(expected);
        var tool = shown.path("tools").path(0);
        assertThat(tool.path("total_tokens").asLong()).isEqualTo(90L * FakeAnthropic.PAGES * 470);
        assertThat(tool.path("cost_usd").decimalValue()).isEqualByComparingTo("380.7");
        assertThat(tool.path("request_basis").asText()).isEqualTo("sessions_and_edits");
    }

    private static JsonNode get(RunningProgram service, String path) throws Exception {
        var response = service.send(HttpRequest.newBuilder(service.address().resolve("/api/ai-usage/" + path))
                .header("Authorization", "Bearer " + UserToken.of(USER)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
