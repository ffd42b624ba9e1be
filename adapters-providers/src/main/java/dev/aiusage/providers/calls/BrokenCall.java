package dev.aiusage.providers.calls;

/** A call that failed for the moment: cut, or by the vendor's own failure. Never leaves this package. */
final class BrokenCall extends Exception {

    private static final long serialVersionUID = 1L;

    private final String detail;

    BrokenCall(String detail) {
        super(detail, null, false, false);
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
