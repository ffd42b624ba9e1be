package dev.aiusage.providers.files;

/** A line that can't be what it claims to be; the reason says why, and names the field. */
final class BadLine extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    BadLine(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
