package dev.aiusage.providers.telemetry;

/** A point, log record or span that tells of usage and holds what can't be. The reason never quotes what a client sent. */
final class BadPart extends Exception {

    private static final long serialVersionUID = 1L;

    BadPart(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
