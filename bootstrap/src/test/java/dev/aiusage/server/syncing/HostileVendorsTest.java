package dev.aiusage.server.syncing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.testing.Midnight;
import dev.aiusage.testing.Mood;
import dev.aiusage.testing.MoodyVendors;
import dev.aiusage.testing.Patience;
import dev.aiusage.testing.Program;
import dev.aiusage.testing.QuickOpenAi;
import dev.aiusage.testing.RunningProgram;
import dev.aiusage.testing.UserToken;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service, with little memory, and vendors that do to it what they can. */
final class HostileVendorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANTHROPIC = "sk-ant-admin01-";

    /** As many as are asked at once at one vendor. */
    private static final int HANGING = 8;

    private static final int OTHERS = 2;

    /** Of one user each. */
    private record Connected(UserId user, Mood mood, String run) {}

    @Test
    void each_hostile_vendor_is_told_from_the_others_and_delays_none(@TempDir Path directory) throws Exception {
        Midnight.letPass();
        try (var vendors = new MoodyVendors();
                var openAi = new QuickOpenAi()) {
            var program = Program.settledIn(directory)
                    .with("AUTH_JWT_SECRET", UserToken.SECRET)
                    .with("ENCRYPTION_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                    .with("ANTHROPIC_BASE_URL", vendors.address().toString())
                    .with("GITHUB_BASE_URL", vendors.address().toString())
                    .with("OPENAI_BASE_URL", openAi.address().toString())
                    // So that even on a slow machine only silence takes too long.
                    .with("VENDOR_CALL_TIMEOUT", "600 s");
            try (var service = program.serve()) {
                var connected = new ArrayList<Connected>();
                for (var number = 1; number <= HANGING; number++) {
                    connected.add(connect(service, Mood.HANG, "claude_code", Mood.HANG.key(ANTHROPIC, number)));
                }
                var behind = connect(service, Mood.HEALTHY, "claude_code", Mood.HEALTHY.key(ANTHROPIC, OTHERS + 1));
                connected.add(behind);
                var elsewhere = connect(service, Mood.HEALTHY, "openai", Mood.HEALTHY.key("sk-admin-", 1));
                assertThat(whenEnded(service, elsewhere).path("status").asText())
                        .isEqualTo("succeeded");
                assertThat(status(service, behind)).isEqualTo("queued");
                for (var mood : Mood.values()) {
                    for (var number = 1; mood != Mood.HANG && number <= OTHERS; number++) {
                        connected.add(connect(service, mood, "claude_code", mood.key(ANTHROPIC, number)));
                    }
                }
                connected.add(connect(service, Mood.REDIRECT, "github_copilot", Mood.REDIRECT.key("ghp_", 1)));
                var runs = whenAllHaveEnded(service, connected);

                assertOutcomes(connected, runs);
                assertNothingOfBrokenAnswersIsShown(service, connected);
                assertThat(service.log()).noneMatch(line -> line.contains("needle"));
                assertThat(service.log()).noneMatch(line -> line.contains("OutOfMemory"));
                assertThat(service.get("/health").statusCode()).isEqualTo(200);
            }
        }
    }

    private static void assertOutcomes(List<Connected> connected, List<JsonNode> runs) {
        var each = new SoftAssertions();
        for (var at = 0; at < runs.size(); at++) {
            var run = runs.get(at);
            each.assertThat(run.path("status").asText() + " "
                            + run.path("error").path("code").asText())
                    .as(connected.get(at) + ": " + run)
                    .isEqualTo(outcome(connected.get(at).mood()));
        }
        each.assertAll();
    }

    private static String outcome(Mood mood) {
        return switch (mood) {
            case HEALTHY -> "succeeded ";
            case HANG, CUT -> "retry_scheduled unavailable";
            case GIGABYTE -> "failed answer_too_large";
            case BROKEN -> "failed malformed_answer";
            case REDIRECT -> "failed redirect_refused";
        };
    }

    private static void assertNothingOfBrokenAnswersIsShown(RunningProgram service, List<Connected> connected)
            throws Exception {
        for (var one : connected) {
            var shown = get(service, one.user(), "dashboard?days=90&timezone=UTC");
            assertThat(shown.path("active_days").asInt())
                    .as(one.toString())
                    .isEqualTo(one.mood() == Mood.HEALTHY ? 90 : 0);
        }
    }

    private static Connected connect(RunningProgram service, Mood mood, String tool, String key) throws Exception {
        var user = new UserId(UUID.randomUUID());
        var body = "{\"provider\":\"" + tool + "\",\"api_key\":\"" + key + "\""
                + (tool.equals("github_copilot") ? ",\"organization\":\"acme\"" : "") + "}";
        var answer = service.send(HttpRequest.newBuilder(service.address().resolve("/api/ai-usage/connect"))
                .header("Authorization", "Bearer " + UserToken.of(user))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new Connected(
                user,
                mood,
                JSON.readTree(answer.body()).path("last_sync").path("sync_id").asText());
    }

    private static String status(RunningProgram service, Connected one) throws Exception {
        return get(service, one.user(), "syncs/" + one.run()).path("status").asText();
    }

    /** The first attempt of each. */
    private static List<JsonNode> whenAllHaveEnded(RunningProgram service, List<Connected> connected) throws Exception {
        var runs = new ArrayList<JsonNode>();
        for (var one : connected) {
            runs.add(whenEnded(service, one));
        }
        return runs;
    }

    private static JsonNode whenEnded(RunningProgram service, Connected one) throws Exception {
        var start = System.nanoTime();
        var run = get(service, one.user(), "syncs/" + one.run());
        while (!run.path("finished_at").isTextual()
                && !run.path("status").asText().equals("retry_scheduled")
                && System.nanoTime() - start < Patience.LONGEST.toNanos()) {
            Thread.sleep(100);
            run = get(service, one.user(), "syncs/" + one.run());
        }
        return run;
    }

    private static JsonNode get(RunningProgram service, UserId user, String path) throws Exception {
        var answer = service.send(HttpRequest.newBuilder(service.address().resolve("/api/ai-usage/" + path))
                .header("Authorization", "Bearer " + UserToken.of(user)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
