package dev.aiusage.providers.files;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.Rest;
import dev.aiusage.application.importing.UsageReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;

/** Reads logs of one tool as of the same afternoon as {@link Read} does. */
record LogReading(UsageReader reader, CollectingSink sink) {

    private static final Clock CLOCK = Clock.fixed(Read.NOW, ZoneOffset.UTC);

    static LogReading codex() {
        return new LogReading(new CodexReader(ListPrices.load(), CLOCK), new CollectingSink());
    }

    static LogReading gemini() {
        return new LogReading(new GeminiReader(ListPrices.load(), CLOCK), new CollectingSink());
    }

    /** Lines in which apostrophes stand for quotation marks. */
    LogReading lines(String... lines) {
        return bytes(Read.bytesOf(lines));
    }

    LogReading text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    LogReading bytes(byte[] bytes) {
        to(bytes, bytes.length, ReadPosition.START, EndOfFile.FINAL);
        return this;
    }

    LogReading files(String... names) {
        for (var name : names) {
            bytes(file(name));
        }
        return this;
    }

    /** Goes on from a position in a file that has so many bytes by now, as a scan does. */
    ReadPosition to(byte[] bytes, int length, ReadPosition from, EndOfFile end) {
        var start = reader.rest() == Rest.STANDS_ALONE ? (int) from.offset() : 0;
        try {
            return reader.read(new ByteArrayInputStream(Arrays.copyOfRange(bytes, start, length)), from, end, sink);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] file(String name) {
        try (var file = LogReading.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("no such log: " + name);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
