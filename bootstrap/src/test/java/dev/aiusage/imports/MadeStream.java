package dev.aiusage.imports;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/** Text that is made while it is read, so that a test needs no memory for what the service must need none for. */
final class MadeStream extends InputStream {

    private static final String MARK = "\u0001";

    private final long count;
    private final LongFunction<byte[]> piece;
    private long made;
    private byte[] held = {};
    private int at;

    MadeStream(long count, LongFunction<byte[]> piece) {
        this.count = count;
        this.piece = piece;
    }

    /** Where it is to stand in a text. */
    static String mark() {
        return MARK;
    }

    /** The text with this in the place of the mark. */
    InputStream in(String text) {
        var place = text.indexOf(MARK);
        var before = new ByteArrayInputStream(text.substring(0, place).getBytes(StandardCharsets.UTF_8));
        var after = new ByteArrayInputStream(text.substring(place + 1).getBytes(StandardCharsets.UTF_8));
        return new SequenceInputStream(new SequenceInputStream(before, this), after);
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (at == held.length) {
            if (made == count) {
                return -1;
            }
            held = piece.apply(made++);
            at = 0;
        }
        var given = Math.min(length, held.length - at);
        System.arraycopy(held, at, target, offset, given);
        at += given;
        return given;
    }
}
