package dev.aiusage.domain.usage;

/**
 * Where a day's figures of a tool come from. The order of the constants is the order of trust: of several sources that
 * know the same group of measures of the same day, the first one counts, and nothing is added up.
 */
public enum Source {
    API("api"),
    /** Logs and telemetry: both carry events with an identity, so together they are one source. */
    EVENTS("events"),
    /** Exports with a row for each request, which say more than those with sums of days. */
    CSV_EVENTS("csv"),
    CSV("csv"),
    SCREENSHOT("screenshot"),
    MANUAL("manual");

    private final String slug;

    Source(String slug) {
        this.slug = slug;
    }

    /** What to call it to callers, for whom an export is an export. */
    public String slug() {
        return slug;
    }
}
