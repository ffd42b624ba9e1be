package dev.aiusage.server.importing;

/** The running service did not take a file; the message says what it answered. */
public final class ImportFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportFailed(String message) {
        super(message, null, false, false);
    }
}
