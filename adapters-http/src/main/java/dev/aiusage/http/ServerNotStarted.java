package dev.aiusage.http;

/** The server can't listen where it was told to. The message is fit to be shown to who started it. */
public final class ServerNotStarted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerNotStarted(String message, Throwable cause) {
        super(message, cause);
    }
}
