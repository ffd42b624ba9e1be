package dev.aiusage.application.scanning;

import dev.aiusage.application.importing.FakeReader;
import dev.aiusage.application.importing.UsageReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A log as it was found; what a tool writes makes another finding of the same file. */
record FakeLogFile(
        String name, String content, Instant modifiedAt, UsageReader reader, Opening opening, AtomicLong bytesRead)
        implements LogFile {

    private static final Instant WRITTEN = Instant.parse("2026-11-24T10:00:00Z");

    interface Opening {
        InputStream open(byte[] rest) throws IOException;
    }

    static FakeLogFile of(String name, String content) {
        return new FakeLogFile(
                name, content, WRITTEN, FakeReader.called("log"), ByteArrayInputStream::new, new AtomicLong());
    }

    FakeLogFile grownBy(String more) {
        return rewritten(content + more);
    }

    FakeLogFile rewritten(String other) {
        return new FakeLogFile(name, other, modifiedAt.plusSeconds(1), reader, opening, new AtomicLong());
    }

    FakeLogFile readBy(UsageReader other) {
        return new FakeLogFile(name, content, modifiedAt, other, opening, new AtomicLong());
    }

    FakeLogFile opening(Opening other) {
        return new FakeLogFile(name, content, modifiedAt, reader, other, new AtomicLong());
    }

    FakeLogFile unreadable() {
        return opening(rest -> {
            throw new IOException("permission denied");
        });
    }

    @Override
    public LogFileId id() {
        return new LogFileId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public long size() {
        return bytes().length;
    }

    @Override
    public InputStream openAt(long offset) throws IOException {
        var rest = Arrays.copyOfRange(bytes(), (int) Math.min(offset, size()), (int) size());
        bytesRead.addAndGet(rest.length);
        return opening.open(rest);
    }

    private byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
