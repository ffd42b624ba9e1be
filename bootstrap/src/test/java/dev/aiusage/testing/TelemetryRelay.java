package dev.aiusage.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network at its worst: it takes what clients send, and brings everything later, twice, and in any order. */
public final class TelemetryRelay implements AutoCloseable {

    private record Parcel(String path, String contentType, String contentEncoding, BodyPublisher body) {}

    private final HttpServer server;
    private final List<Parcel> parcels = new CopyOnWriteArrayList<>();

    public TelemetryRelay() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public int parcels() {
        return parcels.size();
    }

    /** What a client hands over without a network. */
    public void takeJson(String path, byte[] body) {
        parcels.add(new Parcel(path, "application/json", "identity", BodyPublishers.ofByteArray(body)));
    }

    /** The first so many, each twice, shuffled. */
    public void deliver(int count, RunningProgram to, Random random) throws InterruptedException {
        var sent = new ArrayList<>(parcels.subList(0, count));
        sent.addAll(parcels.subList(0, count));
        Collections.shuffle(sent, random);
        for (var parcel : sent) {
            var answer = to.send(HttpRequest.newBuilder(to.address().resolve(parcel.path))
                    .header("Content-Type", parcel.contentType)
                    .header("Content-Encoding", parcel.contentEncoding)
                    .POST(parcel.body));
            if (answer.statusCode() != 200 || answer.body().contains("rejected")) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body() + " " + to.log());
            }
        }
    }

    private void take(HttpExchange exchange) {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var coding = headers.getFirst("Content-Encoding");
            parcels.add(new Parcel(
                    exchange.getRequestURI().getPath(),
                    headers.getFirst("Content-Type"),
                    coding == null ? "identity" : coding,
                    BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes())));
            exchange.sendResponseHeaders(200, -1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
