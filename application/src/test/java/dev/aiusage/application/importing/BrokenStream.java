package dev.aiusage.application.importing;

import java.io.IOException;
import java.io.InputStream;

/** Fails with this message as soon as it is read. */
public final class BrokenStream extends InputStream {

    private final String message;

    public BrokenStream(String message) {
        this.message = message;
    }

    @Override
    public int read() throws IOException {
        throw new IOException(message);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        throw new IOException(message);
    }
}
