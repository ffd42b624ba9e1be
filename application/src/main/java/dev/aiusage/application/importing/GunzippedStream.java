package dev.aiusage.application.importing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip of one pack or of several that follow each other, however late they arrive. */
public final class GunzippedStream extends GZIPInputStream {

    private static final int BUFFER = 1 << 16;

    /**
     * Reads the head of the first pack.
     *
     * @throws java.util.zip.ZipException if it is none of gzip
     * @throws java.io.EOFException if the bytes end within it
     */
    public GunzippedStream(InputStream packed) throws IOException {
        super(new EndKnowingStream(packed), BUFFER);
    }

    /** Where the sum at the end of a pack is cut off, the unpacker says nothing at all. */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (EOFException cutOff) {
            throw tooEarly(cutOff);
        }
    }

    static EOFException tooEarly(EOFException cutOff) {
        var named = new EOFException("the gzip ends too early");
        named.initCause(cutOff);
        return named;
    }

    /**
     * The unpacker takes a pack to be the last one when nothing is available after it. Of a network that only says that nothing
     * has arrived yet, and the packs that follow would be lost; so this answers 0 at the end and only there. It waits for that, so
     * what is not packed is better read without it.
     */
    private static final class EndKnowingStream extends BufferedInputStream {

        EndKnowingStream(InputStream raw) {
            super(raw, BUFFER);
        }

        @Override
        public synchronized int available() throws IOException {
            mark(1);
            var isAtEnd = read() < 0;
            reset();
            return isAtEnd ? 0 : super.available();
        }
    }
}
