package dev.aiusage.providers.calls;

import java.time.Duration;

/**
 * How long a call may take and how much it may answer.
 *
 * @param connect until the connection stands
 * @param read the longest silence in an answer
 * @param call from the connection to the last byte
 * @param maxBytes of one answer, unpacked
 * @param atOnce calls of one key
 */
public record CallLimits(Duration connect, Duration read, Duration call, long maxBytes, int atOnce) {

    public static final CallLimits DEFAULT =
            new CallLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(60), 256L << 20, 8);

    public CallLimits withCall(Duration changed) {
        return new CallLimits(connect, read, changed, maxBytes, atOnce);
    }

    public CallLimits withRead(Duration changed) {
        return new CallLimits(connect, changed, call, maxBytes, atOnce);
    }

    public CallLimits withMaxBytes(long changed) {
        return new CallLimits(connect, read, call, changed, atOnce);
    }

    public CallLimits withAtOnce(int changed) {
        return new CallLimits(connect, read, call, maxBytes, changed);
    }
}
