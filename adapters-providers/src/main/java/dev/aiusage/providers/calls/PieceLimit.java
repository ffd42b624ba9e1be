package dev.aiusage.providers.calls;

import dev.aiusage.application.syncing.VendorFailure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes on JSON as long as what has to be held of it at once, a row or the fields beside the rows, stays small. */
final class PieceLimit extends FilterInputStream {

    private static final int MAX_BYTES = 4 << 20;

    private int read;

    PieceLimit(InputStream json) {
        super(json);
    }

    /** What was read so far is not held any more. */
    void startPiece() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var got = super.read(target, offset, length);
        count(Math.max(0, got));
        return got;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > MAX_BYTES) {
            throw new VendorFailure.AnswerTooLarge(
                    "The vendor answered with a single row of more than " + (MAX_BYTES >> 20) + " MB.");
        }
    }
}
