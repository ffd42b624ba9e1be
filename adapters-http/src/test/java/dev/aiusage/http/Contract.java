package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What {@code openapi.yaml} says, against answers of a real server; it notes which of the documented answers it has seen. */
final class Contract implements AutoCloseable {

    /** An id that nothing has. */
    static final String STRANGE = UUID.randomUUID().toString();

    private final JsonNode contract = read();
    private final OpenApiInteractionValidator validator = OpenApiInteractionValidator.createForInlineApiSpecification(
                    contract.toString())
            .build();
    private final Set<String> answered = new TreeSet<>();
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final List<Unfinished> unfinished = new ArrayList<>();

    /** A request whose client went silent in the middle. */
    private record Unfinished(String method, String path, Future<String> answer) {}

    /** Method, path and status of each answer that was as it should be. */
    Set<String> answered() {
        return answered;
    }

    void forgetAnswers() {
        answered.clear();
    }

    List<ValidationReport.Message> objectionsTo(String method, String path, SimpleResponse answer) {
        return validator
                .validateResponse(strange(path), Method.valueOf(method), answer)
                .getMessages();
    }

    static String strange(String path) {
        return path.replace("{id}", STRANGE).replace("{token}", STRANGE);
    }

    void assertAsDocumented(String method, String path, RunningServer asked, HttpRequest.Builder builder, int status)
            throws Exception {
        var request = builder.build();
        var response = asked.send(builder);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertValid(method, path, answer(response));
        if (status == 200 && method.equals("GET")) {
            var query = new SimpleRequest.Builder(method, request.uri().getPath());
            for (var pair : String.valueOf(request.uri().getRawQuery()).split("&", -1)) {
                if (pair.contains("=")) {
                    query.withQueryParam(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
                }
            }
            assertThat(validator.validateRequest(query.build()).getMessages()).isEmpty();
        }
    }

    private static SimpleResponse answer(HttpResponse<String> response) {
        var answer = SimpleResponse.Builder.status(response.statusCode());
        response.headers().map().forEach((name, values) -> answer.withHeader(name, values));
        return (response.body().isEmpty() ? answer : answer.withBody(response.body())).build();
    }

    /** Each waits until the server's patience ends, so they wait together. */
    void breakOff(String method, String path, RunningServer server, String begun) {
        unfinished.add(new Unfinished(method, path, clients.submit(() -> server.raw(begun))));
    }

    void assertEachUnfinishedIsAnswered() throws Exception {
        for (var request : unfinished) {
            assertAnswer(request.method(), request.path(), request.answer().get(), 408);
        }
        unfinished.clear();
    }

    void assertRaw(String method, String path, RunningServer server, String request, int status) throws Exception {
        assertAnswer(method, path, server.raw(request), status);
    }

    private void assertAnswer(String method, String path, String bytes, int status) {
        var parts = bytes.split("\r\n\r\n", 2);
        var head = List.of(parts[0].split("\r\n", -1));
        assertThat(head.get(0)).startsWith("HTTP/1.1 " + status + " ");
        var answer = SimpleResponse.Builder.status(status).withBody(parts[1]);
        for (var header : head.subList(1, head.size())) {
            var colon = header.indexOf(':');
            answer.withHeader(
                    header.substring(0, colon), header.substring(colon + 1).strip());
        }
        assertValid(method, path, answer.build());
    }

    private void assertValid(String method, String path, SimpleResponse answer) {
        var objections = objectionsTo(method, path, answer);
        assertThat(objections).as("%s %s %s", method, path, answer.getStatus()).isEmpty();
        answered.add(method + " " + path + " " + answer.getStatus());
    }

    Set<String> documented() {
        var answers = new TreeSet<String>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> !operation.getKey().equals("parameters"))
                        .forEach(operation -> {
                            List<String> statuses = new ArrayList<>();
                            operation.getValue().path("responses").fieldNames().forEachRemaining(statuses::add);
                            statuses.forEach(status -> answers.add(
                                    operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey() + " " + status));
                        }));
        return answers;
    }

    private static JsonNode read() {
        try (var file = Contract.class.getResourceAsStream("/openapi.yaml")) {
            return new YAMLMapper()
                    .readTree(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
