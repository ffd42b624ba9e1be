package dev.aiusage.application.telemetry;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of telemetry that OpenTelemetry clients send, each to a path of its own. */
public enum TelemetrySignal {
    METRICS("metrics"),
    LOGS("logs"),
    TRACES("traces");

    private final String slug;

    TelemetrySignal(String slug) {
        this.slug = slug;
    }

    /** Empty for what is none of them. */
    public static Optional<TelemetrySignal> of(String slug) {
        return Arrays.stream(values())
                .filter(signal -> signal.slug.equals(slug))
                .findFirst();
    }

    public String slug() {
        return slug;
    }
}
