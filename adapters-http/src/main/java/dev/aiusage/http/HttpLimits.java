package dev.aiusage.http;

import java.time.Duration;

/**
 * How much the server takes at once and how long it waits.
 *
 * @param importMaxBytes one import, after decompression
 * @param headerBytes the request line and all headers together; more is answered by 431
 * @param idle how long a connection may be silent
 * @param shutdown how long requests in flight may take to end when the server closes
 */
public record HttpLimits(long importMaxBytes, int headerBytes, Duration idle, Duration shutdown) {

    public static final HttpLimits DEFAULT =
            new HttpLimits(512L << 20, 16 << 10, Duration.ofSeconds(30), Duration.ofSeconds(30));

    public HttpLimits {
        if (importMaxBytes < 1) {
            throw new IllegalArgumentException("an import must be allowed a byte at least, not " + importMaxBytes);
        }
    }

    public HttpLimits withImportMaxBytes(long changed) {
        return new HttpLimits(changed, headerBytes, idle, shutdown);
    }

    public HttpLimits withHeaderBytes(int changed) {
        return new HttpLimits(importMaxBytes, changed, idle, shutdown);
    }

    public HttpLimits withIdle(Duration changed) {
        return new HttpLimits(importMaxBytes, headerBytes, changed, shutdown);
    }

    public HttpLimits withShutdown(Duration changed) {
        return new HttpLimits(importMaxBytes, headerBytes, idle, changed);
    }
}
