package dev.aiusage.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Answers as Claude Code Analytics of an organization does: three pages a day, one row each. The row of page p of a day counts
 * sessions by {@link #sessions}, and nothing else that differs between days.
 */
public final class FakeAnthropic implements AutoCloseable {

    public static final int PAGES = 3;

    private final HttpServer server;
    private final Map<LocalDate, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile int answersUntilItHangs = Integer.MAX_VALUE;
    private volatile CountDownLatch hanging = new CountDownLatch(0);

    public FakeAnthropic() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "fake-anthropic");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/v1/organizations/me", exchange -> answer(exchange, """
                {"id":"11111111-1111-1111-1111-111111111111","type":"organization","name":"Acme"}"""));
        server.createContext("/v1/organizations/usage_report/claude_code", this::report);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Stops to answer after so many pages, until it is told to go on. */
    public void hangAfter(int pages) {
        hanging = new CountDownLatch(1);
        answersUntilItHangs = answered.get() + pages;
    }

    public void goOn() {
        answersUntilItHangs = Integer.MAX_VALUE;
        hanging.countDown();
    }

    public boolean hangs() {
        return answered.get() >= answersUntilItHangs;
    }

    /** The keys that it was called with. */
    public List<String> keys() {
        return List.copyOf(keys);
    }

    /** How often the first page of each day was asked for. */
    public Map<LocalDate, Integer> callsByDay() {
        return calls.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get()));
    }

    public static int sessions(LocalDate day, int page) {
        return day.getDayOfMonth() + page;
    }

    private void report(HttpExchange exchange) throws IOException {
        var query = query(exchange.getRequestURI());
        var day = LocalDate.parse(query.get("starting_at"));
        var page = Integer.parseInt(query.getOrDefault("page", "1"));
        keys.add(exchange.getRequestHeaders().getFirst("x-api-key"));
        if (page == 1) {
            calls.computeIfAbsent(day, first -> new AtomicInteger()).incrementAndGet();
        }
        if (hangs()) {
            await();
        }
        answered.incrementAndGet();
        var next = page < PAGES ? "\"" + (page + 1) + "\"" : "null";
        answer(exchange, String.format(Locale.ROOT, """
                {"data":[{"date":"%sT00:00:00Z","actor":{"type":"user_actor","email_address":"dev%d@example.com"},
                  "organization_id":"11111111-1111-1111-1111-111111111111","customer_type":"api","terminal_type":"tmux",
                  "core_metrics":{"num_sessions":%d,"lines_of_code":{"added":10,"removed":2},
                                  "commits_by_claude_code":1,"pull_requests_by_claude_code":0},
                  "tool_actions":{"edit_tool":{"accepted":3,"rejected":1}},
                  "model_breakdown":[{"model":"claude-opus-5-5",
                    "tokens":{"input":100,"output":20,"cache_read":300,"cache_creation":50},
                    "estimated_cost":{"amount":141,"currency":"USD"}}]}],
                 "has_more":%s,"next_page":%s}""", day, page, sessions(day, page), page < PAGES, next));
    }

    private void await() {
        try {
            hanging.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> query(URI uri) {
        return Arrays.stream(String.valueOf(uri.getQuery()).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? pair[1] : ""));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
    }
}
