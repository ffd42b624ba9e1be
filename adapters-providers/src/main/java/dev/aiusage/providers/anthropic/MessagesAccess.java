package dev.aiusage.providers.anthropic;

import dev.aiusage.application.syncing.VendorAccess;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.providers.calls.DayBook;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * The Console's reports of Messages: tokens, and what was billed for them, of all calls but those from Claude Code's own workspace.
 * Nobody counts requests, and no cost has a person.
 */
final class MessagesAccess implements VendorAccess {

    static final String USAGE = "usage_report/messages";

    private static final int MAX_BUCKETS = 31;
    private static final int RESTATED_DAYS = 3;

    private final AnthropicApi api;
    private final Whose whose;
    private final ClaudeCodeWorkspaces leftOut;
    private final MessagesRows rows;
    private final Clock clock;
    private final ReportPages pages;

    MessagesAccess(AnthropicApi api, Whose whose, Directory directory, ClaudeCodeWorkspaces leftOut, Clock clock) {
        this.api = api;
        this.whose = whose;
        this.leftOut = leftOut;
        this.rows = new MessagesRows(directory, leftOut);
        this.clock = clock;
        this.pages = new ReportPages(api, whose);
    }

    @Override
    public String reach() {
        return whose.reach("Messages API usage" + (leftOut.areKnown() ? ", but for Claude Code's," : ""));
    }

    @Override
    public String hintIfEmpty() {
        return whose.hintIfEmpty(
                "The organization's own keys called no model, unless by Claude Code. What is used with seats of a Claude"
                        + " subscription, or by way of Bedrock, Vertex or Foundry, is not in this report.");
    }

    @Override
    public List<DateRange> windows(DateRange wanted) {
        return Windows.of(MAX_BUCKETS, wanted, wanted.from(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Override
    public List<UsageDay> fetch(DateRange window) {
        var book = new DayBook(window);
        pages.days(usage(window), window, rows::usage).forEach(book::add);
        if (whose.isEverybody()) {
            pages.days(cost(window), window, rows::cost).forEach(book::add);
        }
        return book.days();
    }

    @Override
    public Instant settles(LocalDate day) {
        return day.plusDays(1L + RESTATED_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private HttpUrl usage(DateRange window) {
        return report(USAGE, window)
                .addQueryParameter("group_by[]", "model")
                .addQueryParameter("group_by[]", "account_id")
                .addQueryParameter("group_by[]", "api_key_id")
                .addQueryParameter("group_by[]", "workspace_id")
                .build();
    }

    /** Models are told only where descriptions are asked for. */
    private HttpUrl cost(DateRange window) {
        return report("cost_report", window)
                .addQueryParameter("group_by[]", "description")
                .addQueryParameter("group_by[]", "workspace_id")
                .build();
    }

    private HttpUrl.Builder report(String path, DateRange window) {
        return api.organizations(path)
                .addQueryParameter("starting_at", AnthropicApi.midnight(window.from()))
                .addQueryParameter(
                        "ending_at", AnthropicApi.midnight(window.to().plusDays(1)))
                .addQueryParameter("bucket_width", "1d")
                .addQueryParameter("limit", String.valueOf(MAX_BUCKETS));
    }
}
