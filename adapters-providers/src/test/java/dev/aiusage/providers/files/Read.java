package dev.aiusage.providers.files;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ReadPosition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Reads transcripts as of one afternoon. */
final class Read {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final ClaudeCodeReader READER = new ClaudeCodeReader(ListPrices.load(), Clock.fixed(NOW, ZoneOffset.UTC));

    private Read() {}

    /** Lines in which apostrophes stand for quotation marks. */
    static CollectingSink lines(String... lines) {
        var sink = new CollectingSink();
        bytes(bytesOf(lines), sink);
        return sink;
    }

    static byte[] bytesOf(String... lines) {
        return String.join("\n", lines).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    static ReadPosition bytes(byte[] bytes, CollectingSink sink) {
        return bytes(bytes, EndOfFile.FINAL, sink);
    }

    static ReadPosition bytes(byte[] bytes, EndOfFile end, CollectingSink sink) {
        try {
            return READER.read(new ByteArrayInputStream(bytes), ReadPosition.START, end, sink);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static CollectingSink files(String... names) {
        var sink = new CollectingSink();
        for (var name : names) {
            bytes(file(name), sink);
        }
        return sink;
    }

    static byte[] file(String name) {
        try (var file = Read.class.getResourceAsStream("claude-code/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("no such transcript: " + name);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
