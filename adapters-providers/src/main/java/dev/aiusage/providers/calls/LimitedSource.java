package dev.aiusage.providers.calls;

import dev.aiusage.application.syncing.VendorFailure;
import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/** Passes on an answer, unpacked, up to so many bytes. */
final class LimitedSource extends ForwardingSource {

    private final long maxBytes;
    private long read;
    private boolean exhausted;

    LimitedSource(Source answer, long maxBytes) {
        super(answer);
        this.maxBytes = maxBytes;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        var got = super.read(sink, byteCount);
        exhausted = got < 0;
        read += Math.max(0, got);
        if (read > maxBytes) {
            throw new VendorFailure.AnswerTooLarge(
                    "The vendor answered more than " + (maxBytes >> 20) + " MB at once.");
        }
        return got;
    }

    boolean isExhausted() {
        return exhausted;
    }
}
