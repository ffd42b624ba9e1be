package dev.aiusage.providers.github;

import java.time.LocalDate;

/** What Copilot is billed in beyond its seats. Credits took the place of premium requests in June 2026, but not for everybody. */
enum BillKind {
    AI_CREDIT("ai_credit", LocalDate.of(2026, 6, 1)),
    PREMIUM_REQUEST("premium_request", LocalDate.EPOCH);

    private final String path;
    private final LocalDate since;

    BillKind(String path, LocalDate since) {
        this.path = path;
        this.since = since;
    }

    String path() {
        return path;
    }

    boolean exists(LocalDate day) {
        return !day.isBefore(since);
    }
}
