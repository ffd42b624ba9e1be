package dev.aiusage.domain.dashboard;

/** In which zone the days of a tool were cut. */
public enum DayBasis {
    /** All sources have instants: days are those of the asked zone. */
    ZONED("zoned"),
    /** A source knows only UTC days, so all days of the tool are UTC: no hour may count on two days. */
    UTC("utc");

    private final String slug;

    DayBasis(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }
}
