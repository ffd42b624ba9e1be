package dev.aiusage.domain.usage;

/** The most that one day can have of anything: so far below what a number can hold that years of such days can be added up. */
public final class DayLimits {

    public static final long MAX_COUNT = 100_000_000_000_000L;

    /** A million dollars. */
    public static final long MAX_NANO_DOLLARS = 10 * MAX_COUNT;

    private DayLimits() {}
}
