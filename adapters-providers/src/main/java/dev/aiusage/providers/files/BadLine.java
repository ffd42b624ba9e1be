package dev.aiusage.providers.files;

import dev.aiusage.application.importing.UsageSink;

/** A line that can't be what it claims to be; the reason says why, and names the field. */
final class BadLine extends Exception {

    private static final long serialVersionUID = 1;

    private enum Until {
        IT_CHANGES,
        ITS_TIME_HAS_COME
    }

    private final String reason;
    private final Until until;

    BadLine(String reason) {
        this(reason, Until.IT_CHANGES);
    }

    private BadLine(String reason, Until until) {
        super(reason, null, false, false);
        this.reason = reason;
        this.until = until;
    }

    /** One that may be read when this machine's clock is right. */
    static BadLine aheadOfTime(String reason) {
        return new BadLine(reason, Until.ITS_TIME_HAS_COME);
    }

    void tell(UsageSink sink, long row) {
        if (until == Until.ITS_TIME_HAS_COME) {
            sink.aheadOfTime(row, reason);
        } else {
            sink.rejected(row, reason);
        }
    }
}
