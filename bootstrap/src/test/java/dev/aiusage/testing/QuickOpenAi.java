package dev.aiusage.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Answers as OpenAI does, at once: two requests on each day, and no costs. Counts how often each key was tried. */
public final class QuickOpenAi implements AutoCloseable {

    private static final Pattern FROM = Pattern.compile("start_time=(\\d+)");
    private static final Pattern TO = Pattern.compile("end_time=(\\d+)");
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final String NOTHING = "{\"data\":[],\"has_more\":false}";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8, work -> {
        var thread = new Thread(work, "quick-openai");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, AtomicInteger> openings = new ConcurrentHashMap<>();

    public QuickOpenAi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        server.setExecutor(threads);
        server.createContext("/v1/organization/usage/completions", exchange -> answer(exchange, usage(exchange)));
        server.createContext("/v1/organization/costs", exchange -> answer(exchange, NOTHING));
        server.createContext("/v1/organization/users", exchange -> {
            var key = exchange.getRequestHeaders().getFirst("Authorization");
            openings.computeIfAbsent(key, first -> new AtomicInteger()).incrementAndGet();
            answer(exchange, NOTHING);
        });
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** By key, how often somebody began to ask with it. */
    public Map<String, AtomicInteger> openings() {
        return openings;
    }

    private static String usage(HttpExchange exchange) {
        var query = exchange.getRequestURI().getQuery();
        var buckets = new StringBuilder();
        for (var day = second(FROM, query); day < second(TO, query); day += DAY) {
            buckets.append(buckets.isEmpty() ? "" : ",")
                    .append("{\"start_time\":")
                    .append(day)
                    .append(",\"results\":[{\"num_model_requests\":2,\"input_tokens\":5,\"output_tokens\":1,"
                            + "\"model\":\"gpt-6\",\"user_id\":\"user-1\"}]}");
        }
        return "{\"data\":[" + buckets + "],\"has_more\":false}";
    }

    private static long second(Pattern parameter, String query) {
        var found = parameter.matcher(query);
        if (!found.find()) {
            throw new IllegalArgumentException(query);
        }
        return Long.parseLong(found.group(1));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var body = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
