package dev.aiusage.http;

import java.io.IOException;
import java.io.InputStream;

/** The content of one part while it arrives. */
final class PartStream extends InputStream {

    private final MultipartEvents events;

    PartStream(MultipartEvents events) {
        this.events = events;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!(events.peek() instanceof MultipartEvent.Piece piece)) {
            return -1;
        }
        var read = Math.min(length, piece.bytes().remaining());
        piece.bytes().get(target, offset, read);
        if (!piece.bytes().hasRemaining()) {
            events.next();
        }
        return read;
    }
}
