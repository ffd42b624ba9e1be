package dev.aiusage.server.pushing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aiusage.application.usage.HistoryId;
import dev.aiusage.domain.device.DeviceName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;

/** Hands batches to the server. Certificates are checked, redirections not followed: they could carry the token elsewhere. */
public final class ImportEndpoint {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PushServer server;
    private final DeviceName device;
    private final Refusals refusals;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    public ImportEndpoint(PushServer server, DeviceName device) {
        this.server = server;
        this.device = device;
        this.refusals = new Refusals(server);
    }

    /** Hands over these lines, be it none: the answer says to which history they were added. */
    Receipt deliver(byte[] lines) {
        var response = send(lines);
        if (response.statusCode() != OK) {
            throw refusals.of(response, json(response));
        }
        return receipt(response, json(response));
    }

    private HttpResponse<byte[]> send(byte[] lines) {
        var request = HttpRequest.newBuilder(server.importAddress(device))
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed(lines)));
        server.token().ifPresent(token -> request.header("Authorization", "Bearer " + token.reveal()));
        var answer = http.sendAsync(request.build(), head -> new ShortBody());
        try {
            return answer.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException unreachable) {
            throw PushFailed.because(server + " can't be reached: " + refusals.shown(reason(unreachable)));
        } catch (TimeoutException silent) {
            answer.cancel(true);
            throw PushFailed.because(server + " did not answer within " + ANSWER.toSeconds() + " s");
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw PushFailed.because("interrupted");
        }
    }

    /** Some failures to connect have no message of their own, but are named well. */
    private static String reason(ExecutionException failure) {
        Throwable cause = failure;
        if (failure.getCause() instanceof ConnectException refused && refused.getMessage() == null) {
            return "nothing answers at this address and port";
        }
        while (cause.getCause() != null && (cause == failure || cause.getMessage() == null)) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static byte[] packed(byte[] lines) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(lines);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written", impossible);
        }
        return packed.toByteArray();
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        try {
            var node = JSON.readTree(response.body());
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }

    private Receipt receipt(HttpResponse<byte[]> response, JsonNode report) {
        if (!report.path("rows_read").isIntegralNumber()) {
            throw PushFailed.because("what answers at " + server + " is no AI Usage service");
        }
        var reason = report.at("/errors/0/message").asText("");
        return new Receipt(
                history(response),
                report.path("rows_imported").asInt(),
                report.path("rows_rejected").asInt(),
                reason.isEmpty() ? Optional.empty() : Optional.of(refusals.shown(reason)));
    }

    private HistoryId history(HttpResponse<byte[]> response) {
        try {
            return response.headers()
                    .firstValue("X-Usage-History")
                    .map(text -> new HistoryId(UUID.fromString(text)))
                    .orElseThrow(this::tooOld);
        } catch (IllegalArgumentException noId) {
            throw tooOld();
        }
    }

    private PushFailed tooOld() {
        return PushFailed.because("the service at " + server + " is older than this program: it must be updated first");
    }
}
