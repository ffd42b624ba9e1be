package dev.aiusage.server.pushing;

import java.time.Duration;

/** The server did not take what it was sent; the message says why, in one line that can be shown. */
public final class PushFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration pause;

    private PushFailed(String message, Duration pause) {
        super(message, null, false, false);
        this.pause = pause;
    }

    static PushFailed because(String message) {
        return new PushFailed(message, Duration.ZERO);
    }

    /** Where the server says when to come again. */
    static PushFailed forNow(String message, Duration pause) {
        return new PushFailed(message, pause);
    }

    /** How long the server wants to be left alone; zero if it did not say. */
    public Duration pause() {
        return pause;
    }
}
