package dev.aiusage.server.pushing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Stands before a service and lets so many requests through; the next one waits until the gate is opened. */
final class Gate implements AutoCloseable {

    private final URI service;
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Semaphore passes;
    private volatile boolean holdsSomeone;

    Gate(URI service, int passes) throws IOException {
        this.service = service;
        this.passes = new Semaphore(passes);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    boolean holdsSomeone() {
        return holdsSomeone;
    }

    void open() {
        passes.release(1_000_000);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            if (!passes.tryAcquire()) {
                holdsSomeone = true;
                passes.acquire();
            }
            var request = HttpRequest.newBuilder(service.resolve(exchange.getRequestURI()))
                    .POST(BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (name.startsWith("Content-e") || name.equals("Authorization")) {
                    request.header(name, values.get(0));
                }
            });
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers()
                    .firstValue("X-Usage-History")
                    .ifPresent(history -> exchange.getResponseHeaders().set("X-Usage-History", history));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
