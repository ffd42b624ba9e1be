package dev.aiusage.server.syncing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiusage.application.syncing.SyncSummary;
import dev.aiusage.server.StartRefused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** Has the service that holds the home do the work, and waits for its end. */
public final class RemoteSync {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int UNAUTHENTICATED = 401;
    private static final Set<String> UNDER_WAY = Set.of("queued", "running");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI service;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    public RemoteSync(URI service) {
        this.service = service;
    }

    public SyncSummary run(LongConsumer progress) throws InterruptedException {
        var runs = runs(send(request("sync").POST(BodyPublishers.noBody())));
        while (count(runs, UNDER_WAY) > 0) {
            progress.accept(count(runs, UNDER_WAY));
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            for (var place = 0; place < runs.size(); place++) {
                runs.set(
                        place,
                        send(request("syncs/" + runs.get(place).path("sync_id").asText())));
            }
        }
        var succeeded = count(runs, Set.of("succeeded"));
        return new SyncSummary(runs.size(), succeeded, runs.size() - succeeded);
    }

    private static List<JsonNode> runs(JsonNode answer) {
        var runs = new ArrayList<JsonNode>();
        answer.path("syncs").forEach(runs::add);
        return runs;
    }

    private static long count(List<JsonNode> runs, Set<String> statuses) {
        return runs.stream()
                .filter(run -> statuses.contains(run.path("status").asText()))
                .count();
    }

    private HttpRequest.Builder request(String what) {
        return HttpRequest.newBuilder(service.resolve("/api/ai-usage/" + what));
    }

    private JsonNode send(HttpRequest.Builder request) throws InterruptedException {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            var answer = JSON.readTree(response.body());
            if (response.statusCode() < 300) {
                return answer;
            }
            throw refused(response.statusCode(), answer);
        } catch (IOException unreachable) {
            throw StartRefused.failed("the service at " + service + " broke off: " + unreachable.getMessage());
        }
    }

    private StartRefused refused(int status, JsonNode problem) {
        if (status == UNAUTHENTICATED) {
            return StartRefused.failed("The service at " + service + " has users with logins, and synchronises by"
                    + " itself every day (SYNC_AT).");
        }
        return StartRefused.failed("the service at " + service + " answered " + status + ": "
                + problem.path("detail").asText());
    }
}
