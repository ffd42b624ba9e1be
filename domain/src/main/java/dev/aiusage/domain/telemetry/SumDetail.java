package dev.aiusage.domain.telemetry;

/** How finely a sum was counted. What is known of single requests counts, and coarser sums of the same work step back. */
public enum SumDetail {
    /** A sum over whatever happened since it began. */
    RUNNING(1),
    /** The sum of one request alone, which has no id that logs know too. */
    SINGLE_REQUEST(2);

    private final int rank;

    SumDetail(int rank) {
        this.rank = rank;
    }

    /** The higher, the finer. */
    public int rank() {
        return rank;
    }

    public static SumDetail ofRank(int rank) {
        return switch (rank) {
            case 1 -> RUNNING;
            case 2 -> SINGLE_REQUEST;
            default -> throw new IllegalArgumentException("not the detail of a sum: " + rank);
        };
    }
}
