package dev.aiusage.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Anthropic and GitHub at one address. A key says in which {@link Mood} its holder is met: at Anthropic when a whole day is asked
 * for, and with an odd number already at the first call; at GitHub when a report's file is to be had.
 */
public final class MoodyVendors implements AutoCloseable {

    private static final String METADATA = "http://169.254.169.254/latest/meta-data/";
    private static final long A_GIGABYTE = 1L << 30;
    private static final Pattern DAY = Pattern.compile("starting_at=([0-9-]{10})");
    private static final Pattern ODD = Pattern.compile(".*[13579]");

    private final HttpServer server;
    private final CountDownLatch end = new CountDownLatch(1);

    public MoodyVendors() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "moody-vendors");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/v1/organizations/", this::anthropic);
        server.createContext("/orgs/", this::gitHub);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void anthropic(HttpExchange exchange) throws IOException {
        var key = exchange.getRequestHeaders().getFirst("x-api-key");
        var day = DAY.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
        var isWholeDay = day.find() && exchange.getRequestURI().getQuery().contains("limit=1000");
        if (isWholeDay || ODD.matcher(key).matches()) {
            treat(Mood.of(key), exchange, day.reset().find() ? day.group(1) : LocalDate.EPOCH.toString());
        } else {
            healthy(exchange, day.reset().find() ? day.group(1) : "");
        }
    }

    private void treat(Mood mood, HttpExchange exchange, String day) throws IOException {
        switch (mood) {
            case HEALTHY -> healthy(exchange, day);
            case HANG -> hang();
            case CUT -> exchange.close();
            case BROKEN -> answer(exchange, "{\"data\":[" + row(day, 1) + "," + row(day, 2) + ",{\"date\": rubbish");
            case REDIRECT -> redirect(exchange);
            case GIGABYTE -> gigabyte(exchange, day);
        }
    }

    private static void healthy(HttpExchange exchange, String day) throws IOException {
        answer(
                exchange,
                exchange.getRequestURI().getPath().endsWith("/me")
                        ? "{\"id\":\"1\",\"type\":\"organization\",\"name\":\"Acme\"}"
                        : "{\"data\":[" + row(day, 1) + "],\"has_more\":false,\"next_page\":null}");
    }

    private void hang() {
        try {
            end.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", METADATA);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** Of rows as they should be, no two of which are the same person's. */
    private static void gigabyte(HttpExchange exchange, String day) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            out.write("{\"data\":[".getBytes(UTF_8));
            var person = 0;
            for (var written = 0L; written < A_GIGABYTE; ) {
                var rows = new StringBuilder();
                for (var end = person + 1000; person < end; person++) {
                    rows.append(row(day, person)).append(',');
                }
                out.write(rows.toString().getBytes(UTF_8));
                written += rows.length();
            }
            out.write((row(day, person) + "],\"has_more\":false}").getBytes(UTF_8));
        }
    }

    private void gitHub(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (!path.contains("/reports/")) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        answer(exchange, "{\"download_links\":[\"" + METADATA + "\"],\"report_day\":\"2026-11-20\"}");
    }

    private static String row(String day, int person) {
        return "{\"date\":\"" + day + "T00:00:00Z\",\"actor\":{\"type\":\"user_actor\",\"email_address\":\"dev" + person
                + "@example.com\"},\"core_metrics\":{\"num_sessions\":1}}";
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
        end.countDown();
        server.stop(0);
    }
}
