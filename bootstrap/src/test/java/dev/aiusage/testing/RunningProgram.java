package dev.aiusage.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** The service in a process of its own, ready to be asked. */
public final class RunningProgram implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("is ready: (http://[^\\s\"]+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final URI address;
    private final List<String> log;
    private final ProcessTree tree;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningProgram(Process process, URI address, List<String> log) {
        this.process = process;
        this.tree = new ProcessTree(process);
        this.address = address;
        this.log = log;
    }

    static RunningProgram ready(Process process) throws IOException, InterruptedException {
        var patience = Patience.with(process);
        var errors = process.errorReader();
        var log = new CopyOnWriteArrayList<String>();
        for (var line = errors.readLine(); line != null; line = errors.readLine()) {
            log.add(line);
            var ready = READY.matcher(line.replace("\\/", "/"));
            if (ready.find()) {
                patience.end();
                follow(errors, log);
                return new RunningProgram(process, URI.create(ready.group(1)), log);
            }
        }
        throw new IllegalStateException("ended with " + process.waitFor() + " before it was ready: " + log);
    }

    private static void follow(BufferedReader errors, List<String> log) {
        var reader = new Thread(() -> errors.lines().forEach(log::add), "log-of-the-program");
        reader.setDaemon(true);
        reader.setUncaughtExceptionHandler((thread, closed) -> log.add(closed.toString()));
        reader.start();
    }

    public URI address() {
        return address;
    }

    public Process process() {
        return process;
    }

    /** What it logged until now. */
    public List<String> log() {
        return List.copyOf(log);
    }

    public JsonNode dashboard() throws InterruptedException {
        return json(get("/api/ai-usage/dashboard?days=90&timezone=UTC"));
    }

    /** Asks until the first scan of local logs has ended: the answer says while it runs. */
    public JsonNode dashboardAfterScan() throws InterruptedException {
        for (var shown = dashboard(); ; shown = dashboard()) {
            var codes = shown.path("warnings").findValuesAsText("code");
            if (!codes.contains("scan_in_progress")) {
                return shown;
            }
            Thread.sleep(20);
        }
    }

    public JsonNode importText(String text) throws InterruptedException {
        return json(send(
                HttpRequest.newBuilder(address.resolve("/api/ai-usage/import")).POST(BodyPublishers.ofString(text))));
    }

    public HttpResponse<String> get(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private JsonNode json(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body() + log);
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    /** What it started may live for some moments longer. */
    public void kill() {
        tree.kill();
    }

    /** Asks it to end, as an operator or the machine does. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Kills it, and waits until nothing of it writes into its home any more. */
    @Override
    public void close() {
        kill();
        tree.awaitEnd();
    }
}
