package dev.aiusage.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An organisation whose members work with Copilot and Cursor, as GitHub and Cursor tell it: both at one address. */
public final class Organisation implements AutoCloseable {

    /** One member's day at GitHub. */
    public record CopilotDay(
            String login,
            LocalDate day,
            long prompts,
            long acceptances,
            BigDecimal credits,
            String model,
            String language) {}

    /** One request at Cursor. */
    public record CursorEvent(String email, LocalDate day, long tokens, BigDecimal cents, String model) {}

    private final HttpServer server;
    private final List<CursorEvent> events;

    public Organisation(List<CopilotDay> days, List<CursorEvent> events) throws IOException {
        this.events = events;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.createContext("/", exchange -> answer(exchange, 404, "{}"));
        server.createContext("/orgs/acme/copilot/metrics/reports/users-28-day/latest", this::latest);
        server.createContext("/orgs/acme/copilot/metrics/reports/users-1-day", exchange -> answer(exchange, 204, ""));
        server.createContext("/file", exchange -> answer(exchange, 200, lines(days, Organisation::json)));
        server.createContext(
                "/teams/daily-usage-data", exchange -> answer(exchange, 200, "{\"data\":[],\"pagination\":{}}"));
        server.createContext("/teams/filtered-usage-events", this::events);
        server.createContext(
                "/teams/members",
                exchange -> answer(exchange, 200, "{\"teamMembers\":[{\"email\":\"Ada@example.com\"}]}"));
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void latest(HttpExchange exchange) throws IOException {
        var today = LocalDate.now(ZoneOffset.UTC);
        answer(
                exchange,
                200,
                "{\"download_links\":[\"" + address() + "/file\"],\"report_start_day\":\"" + today.minusDays(28)
                        + "\",\"report_end_day\":\"" + today.minusDays(1) + "\"}");
    }

    private static String json(CopilotDay row) {
        var counts = "\"user_initiated_interaction_count\":" + row.prompts() + ",\"code_acceptance_activity_count\":"
                + row.acceptances();
        return "{\"day\":\"" + row.day() + "\",\"user_login\":\"" + row.login() + "\"," + counts
                + ",\"ai_credits_used\":" + row.credits().toPlainString()
                + ",\"totals_by_model_feature\":[{\"model\":\""
                + row.model() + "\",\"feature\":\"chat\"," + counts
                + "}],\"totals_by_language_feature\":[{\"language\":\""
                + row.language() + "\",\"feature\":\"code_completion\",\"code_acceptance_activity_count\":"
                + row.acceptances() + "}]}";
    }

    /** As Cursor does, of the days that are asked for; and all of them at once, which is never more than a page. */
    private void events(HttpExchange exchange) throws IOException {
        var asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var rows = events.stream()
                .filter(event ->
                        millis(event) >= number(asked, "startDate") && millis(event) <= number(asked, "endDate"))
                .filter(event -> !asked.contains("email") || asked.contains("\"" + event.email() + "\""))
                .map(Organisation::json)
                .collect(Collectors.joining(","));
        answer(exchange, 200, "{\"usageEvents\":[" + rows + "],\"pagination\":{\"hasNextPage\":false}}");
    }

    private static String json(CursorEvent event) {
        return "{\"timestamp\":\"" + millis(event) + "\",\"userEmail\":\"" + event.email() + "\",\"model\":\""
                + event.model() + "\",\"kind\":\"Usage-based\",\"isChargeable\":true,\"chargedCents\":"
                + event.cents().toPlainString() + ",\"tokenUsage\":{\"inputTokens\":" + event.tokens() + "}}";
    }

    private static long millis(CursorEvent event) {
        return event.day().atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private static long number(String json, String field) {
        return Long.parseLong(json.replaceAll(".*\"" + field + "\":(\\d+).*", "$1"));
    }

    private static <T> String lines(List<T> rows, Function<T, String> json) {
        return rows.stream().map(json).collect(Collectors.joining("\n"));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
