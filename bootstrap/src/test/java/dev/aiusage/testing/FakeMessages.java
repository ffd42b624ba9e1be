package dev.aiusage.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers every question about a picture as a vision model would, with the same text. */
public final class FakeMessages implements AutoCloseable {

    public static final String KEY = "sk-ant-api03-sensitive";

    private final HttpServer server;
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = "";

    public FakeMessages() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/v1/messages", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The rows as JSON, for Cursor. */
    public void reads(String rows) {
        status = 200;
        answer = """
                {"stop_reason":"end_turn","content":[{"type":"text",
                 "text":"{\\"tool\\":\\"cursor\\",\\"confidence\\":0.9,\\"rows\\":[%s]}"}]}
                """.formatted(rows.replace("\"", "\\\""));
    }

    public void refuses(int with) {
        status = with;
        answer = "{\"type\":\"error\",\"error\":{\"message\":\"no " + KEY + "\"}}";
    }

    public List<String> questions() {
        return List.copyOf(questions);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var isAllowed = KEY.equals(exchange.getRequestHeaders().getFirst("x-api-key"));
            questions.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var bytes = answer.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Retry-After", "42");
            exchange.sendResponseHeaders(isAllowed ? status : 401, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
