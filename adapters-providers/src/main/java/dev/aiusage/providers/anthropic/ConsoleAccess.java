package dev.aiusage.providers.anthropic;

import dev.aiusage.application.syncing.VendorAccess;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import okhttp3.HttpUrl;

/** Claude Code Analytics: one UTC day at a time. */
final class ConsoleAccess implements VendorAccess {

    static final String REPORT = "usage_report/claude_code";

    private static final int RESTATED_DAYS = 3;

    private final AnthropicApi api;
    private final Whose whose;
    private final Clock clock;
    private final ReportPages pages;

    ConsoleAccess(AnthropicApi api, Whose whose, Clock clock) {
        this.api = api;
        this.whose = whose;
        this.clock = clock;
        this.pages = new ReportPages(api, whose);
    }

    @Override
    public String reach() {
        return whose.reach("Claude Code usage");
    }

    @Override
    public String hintIfEmpty() {
        return whose.hintIfEmpty("Developers who sign in with seats of a Claude subscription are not in this report,"
                + " only those who pay by token. Connect a key of Claude Enterprise with the scope read:analytics,"
                + " or take in their logs or telemetry.");
    }

    @Override
    public List<DateRange> windows(DateRange wanted) {
        return Windows.of(1, wanted, wanted.from(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Override
    public List<UsageDay> fetch(DateRange window) {
        return window.stream()
                .flatMap(day -> pages.days(url(day), new DateRange(day, day), ClaudeCodeRows::of).stream())
                .toList();
    }

    @Override
    public Instant settles(LocalDate day) {
        return day.plusDays(1L + RESTATED_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private HttpUrl url(LocalDate day) {
        return api.organizations(REPORT)
                .addQueryParameter("starting_at", day.toString())
                .addQueryParameter("limit", "1000")
                .build();
    }
}
