package dev.aiusage.domain.integration;

import dev.aiusage.domain.usage.Source;
import java.util.Arrays;

/** How usage arrives, and with it which {@link Source} it counts as and whether it carries instants or only dates. */
public enum IntegrationMethod {
    API("api", Source.API, Grain.DAYS),
    LOGS("logs", Source.EVENTS, Grain.INSTANTS),
    TELEMETRY("telemetry", Source.EVENTS, Grain.INSTANTS),
    CSV("csv", Source.CSV, Grain.DAYS),
    /** Exports whose rows have instants: kept as events, so apart from those that only have dates. */
    CSV_EVENTS("csv_events", Source.CSV_EVENTS, Grain.INSTANTS),
    SCREENSHOT("screenshot", Source.SCREENSHOT, Grain.DAYS),
    MANUAL("manual", Source.MANUAL, Grain.DAYS);

    /** The finest thing that is known of when usage happened. */
    public enum Grain {
        INSTANTS,
        DAYS
    }

    private final String slug;
    private final Source source;
    private final Grain grain;

    IntegrationMethod(String slug, Source source, Grain grain) {
        this.slug = slug;
        this.source = source;
        this.grain = grain;
    }

    public static IntegrationMethod of(String slug) {
        return Arrays.stream(values())
                .filter(method -> method.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not an integration method: " + slug));
    }

    public String slug() {
        return slug;
    }

    /** What to call it to callers, for whom an export is an export. */
    public String shownAs() {
        return this == CSV_EVENTS ? CSV.slug : slug;
    }

    public Source source() {
        return source;
    }

    public Grain grain() {
        return grain;
    }
}
