package dev.aiusage.application.importing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

record FakeFile(String name, Opening opening) implements UsageFile {

    interface Opening {
        InputStream open() throws IOException;
    }

    static FakeFile of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    static FakeFile of(byte[] content) {
        return new FakeFile("usage.txt", () -> new ByteArrayInputStream(content));
    }

    /** Ends in a broken connection. */
    static FakeFile brokenAfter(String content) {
        return new FakeFile(
                "usage.txt",
                () -> new SequenceInputStream(
                        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                        new BrokenStream("connection reset")));
    }

    /** Comes byte by byte over a network that never has the next one ready. */
    static FakeFile trickling(byte[] content) {
        return new FakeFile("usage.txt", () -> new ByteArrayInputStream(content) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(1, length));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        });
    }

    static byte[] packed(String content) {
        return packed(content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] packed(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Override
    public InputStream open() throws IOException {
        return opening.open();
    }
}
