package dev.aiusage.server.pushing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.testing.RunningProgram;
import dev.aiusage.testing.UserToken;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;

/** Somebody with a login at a shared server. */
final class Team {

    private static final String API = "/api/ai-usage/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningProgram server;
    private final String login = UserToken.of(new UserId(UUID.randomUUID()));

    Team(RunningProgram server) {
        this.server = server;
    }

    String ingestToken() throws Exception {
        return ask("POST", "ingest-tokens", "{\"name\":\"laptops\"}")
                .path("token")
                .asText();
    }

    /** But for when it was brought. */
    JsonNode dashboard() throws Exception {
        var shown = ask("GET", "dashboard?days=90&timezone=UTC", "");
        shown.path("tools").forEach(tool -> ((ObjectNode) tool).remove("last_synced_at"));
        return shown;
    }

    long requests() throws Exception {
        return dashboard().path("total_interactions").asLong();
    }

    List<String> devices() throws Exception {
        return ask("GET", "devices", "").findValuesAsText("name");
    }

    void removeDevice(String name) throws Exception {
        for (var device : ask("GET", "devices", "").path("devices")) {
            if (device.path("name").asText().equals(name)) {
                ask("DELETE", "devices/" + device.path("device_id").asText(), "");
            }
        }
    }

    JsonNode importText(String text) throws Exception {
        return ask("POST", "import", text);
    }

    void telemetry(String token, String logs) throws IOException, InterruptedException {
        var answer = server.send(HttpRequest.newBuilder(server.address().resolve("/v1/logs"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(logs)));
        if (answer.statusCode() != 200 || !answer.body().equals("{}")) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private JsonNode ask(String method, String path, String body) throws IOException, InterruptedException {
        var answer = server.send(HttpRequest.newBuilder(server.address().resolve(API + path))
                .header("Authorization", "Bearer " + login)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }
}
