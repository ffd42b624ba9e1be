package dev.aiusage.providers.exports;

/** A cell that can't be what its column claims; the reason names the column and never quotes the cell. */
final class BadCell extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    BadCell(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
