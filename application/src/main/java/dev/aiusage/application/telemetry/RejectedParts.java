package dev.aiusage.application.telemetry;

/** How many points, log records or spans of a delivery hold what can't be, and what is wrong with the first of them. */
public record RejectedParts(long count, String firstReason) {

    public static final RejectedParts NONE = new RejectedParts(0, "");

    public RejectedParts and(String reason) {
        return and(new RejectedParts(1, reason));
    }

    public RejectedParts and(RejectedParts more) {
        return new RejectedParts(count + more.count, count == 0 ? more.firstReason : firstReason);
    }
}
