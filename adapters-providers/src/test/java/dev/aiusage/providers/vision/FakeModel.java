package dev.aiusage.providers.vision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.aiusage.application.screenshots.Picture;
import dev.aiusage.application.screenshots.PictureReading;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.providers.calls.CallsForTests;
import dev.aiusage.providers.calls.VendorWeb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Plays the Messages API, and asks it about a picture. */
final class FakeModel implements AutoCloseable {

    static final String KEY = "sk-ant-api03-sensitive";
    static final String MODEL = "claude-haiku-5-5";
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static final JsonMapper MAPPER = new JsonMapper();

    private final MockWebServer server = new MockWebServer();
    private final VendorWeb web = CallsForTests.web(Clock.fixed(NOW, ZoneOffset.UTC));

    FakeModel() {
        try {
            server.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A whole message whose text this is. */
    static MockResponse.Builder says(String text) {
        return message("end_turn", text);
    }

    static MockResponse.Builder message(String stopReason, String text) {
        var message = MAPPER.createObjectNode().put("type", "message").put("stop_reason", stopReason);
        var content = message.putArray("content");
        content.addObject().put("type", "thinking").put("thinking", "a page of usage");
        content.addObject().put("type", "text").put("text", text);
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(message.toString());
    }

    static MockResponse.Builder error(int status, String type, String message) {
        var error = MAPPER.createObjectNode().put("type", "error");
        error.putObject("error").put("type", type).put("message", message);
        return new MockResponse.Builder().code(status).body(error.toString());
    }

    void answers(MockResponse.Builder... answers) {
        for (var answer : answers) {
            server.enqueue(answer.build());
        }
    }

    PictureReading read() {
        return read(Picture.of(png()));
    }

    PictureReading read(Picture picture) {
        return new AnthropicPictureReader(web, server.url("/proxy/"), new Secret(KEY), MODEL)
                .read(picture, LocalDate.parse("2026-11-24"));
    }

    int calls() {
        return server.getRequestCount();
    }

    RecordedRequest asked() {
        try {
            return server.takeRequest();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static JsonNode json(RecordedRequest request) {
        try {
            return MAPPER.readTree(Objects.requireNonNull(request.getBody()).utf8());
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    static byte[] png() {
        return ByteBuffer.allocate(40)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(800)
                .putInt(600)
                .array();
    }

    @Override
    public void close() {
        web.close();
        server.close();
    }
}
