package dev.aiusage.server.rotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.application.rotation.KeysInUse;
import dev.aiusage.application.rotation.KeysInUse.State;
import dev.aiusage.application.rotation.KeysInUse.Use;
import dev.aiusage.application.rotation.RotateKeys;
import dev.aiusage.application.rotation.RotationReport;
import dev.aiusage.server.StartRefused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Consumer;

/** Has the service that holds the home do the work: only it may open the database. */
public final class RemoteRotation implements RotateKeys {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNAUTHENTICATED = 401;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI service;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    public RemoteRotation(URI service) {
        this.service = service;
    }

    @Override
    public RotationReport rotate(Consumer<RotationReport> progress) {
        var answer = send(request("rotate-keys").POST(BodyPublishers.noBody()));
        var report = new RotationReport(
                name(answer.path("newest")),
                answer.path("rewrapped").asLong(),
                answer.path("already_current").asLong(),
                answer.path("unreadable").asLong());
        progress.accept(report);
        return report;
    }

    @Override
    public KeysInUse check() {
        var answer = send(request("encryption-keys"));
        var uses = new ArrayList<Use>();
        answer.path("keys")
                .forEach(use -> uses.add(new Use(
                        name(use.path("name")),
                        use.path("integrations").asLong(),
                        state(use.path("state").asText()))));
        return new KeysInUse(
                name(answer.path("newest")), uses, answer.path("not_sealed").asLong());
    }

    private HttpRequest.Builder request(String what) {
        return HttpRequest.newBuilder(service.resolve("/api/ai-usage/admin/" + what));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() == OK) {
                return JSON.readTree(response.body());
            }
            throw refused(response.statusCode());
        } catch (IOException unreachable) {
            throw StartRefused.failed("the service at " + service + " broke off: " + unreachable.getMessage()
                    + "; what it has moved stays moved, run this again");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw StartRefused.failed("interrupted");
        }
    }

    private StartRefused refused(int status) {
        if (status == NOT_FOUND || status == UNAUTHENTICATED) {
            return StartRefused.failed(
                    "The service at " + service + " has users with logins and holds the home's database:"
                            + " stop it first, or give it a database of its own (DATABASE_URL).");
        }
        return StartRefused.failed("the service at " + service + " answered " + status);
    }

    private static KeyName name(JsonNode node) {
        return new KeyName(node.asText());
    }

    private static State state(String slug) {
        return Arrays.stream(State.values())
                .filter(state -> state.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> StartRefused.failed("the service is of another version: it says " + slug));
    }
}
