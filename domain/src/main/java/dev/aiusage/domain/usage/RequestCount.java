package dev.aiusage.domain.usage;

/** How many requests ("interactions"), and what was counted as one. The basis is known just when the count is. */
public record RequestCount(Count count, RequestBasis basis) {

    public static final RequestCount UNKNOWN = new RequestCount(Count.UNKNOWN, RequestBasis.UNKNOWN);

    public RequestCount {
        if (count.isKnown() == (basis == RequestBasis.UNKNOWN)) {
            throw new IllegalArgumentException("requests " + count + " with basis " + basis.slug());
        }
    }

    public static RequestCount of(long count, RequestBasis basis) {
        return new RequestCount(Count.of(count), basis);
    }

    /** Unknown, and without a basis, if the count is. */
    public static RequestCount of(Count count, RequestBasis basis) {
        return count.isKnown() ? new RequestCount(count, basis) : UNKNOWN;
    }

    public boolean isKnown() {
        return count.isKnown();
    }

    public RequestCount plus(RequestCount other) {
        return new RequestCount(count.plus(other.count), basis.with(other.basis));
    }

    RequestCount minus(RequestCount part) {
        return new RequestCount(count.minus(part.count), basis);
    }
}
