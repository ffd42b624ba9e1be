package dev.aiusage.providers.anthropic;

import dev.aiusage.application.syncing.VendorAccess;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.providers.calls.DayBook;
import dev.aiusage.providers.calls.JsonFields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * Enterprise Analytics: for each day who worked how, with which tokens, and at what cost, as three reports. Where seats are paid
 * for, the last two know only of what goes beyond them.
 */
final class EnterpriseAccess implements VendorAccess {

    private record Report(HttpUrl url, Function<JsonFields, Stream<ReportRow>> rows) {}

    static final String USERS = "analytics/users";

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    /** The reports go back for 365 days from now, and the newest day lags behind by a few. */
    private static final int REMEMBERED_DAYS = 360;

    private static final int COST_REVISED_DAYS = 30;
    private static final int DAYS_TO_INVOICE = 7;

    private final AnthropicApi api;
    private final Whose whose;
    private final LocalDate newest;
    private final ReportPages pages;

    /** @param newest the newest day that the vendor has built */
    EnterpriseAccess(AnthropicApi api, Whose whose, LocalDate newest) {
        this.api = api;
        this.whose = whose;
        this.newest = newest;
        this.pages = new ReportPages(api, whose);
    }

    @Override
    public String reach() {
        return whose.reach("Claude Code usage in Claude Enterprise");
    }

    @Override
    public String hintIfEmpty() {
        return whose.hintIfEmpty(
                "Claude Enterprise knows of no use of Claude Code. It tells a day about a day later, begins" + " with "
                        + FIRST_DAY + ", and leaves out developers who work with keys of the Console.");
    }

    @Override
    public List<DateRange> windows(DateRange wanted) {
        return Windows.of(1, wanted, Windows.later(FIRST_DAY, newest.minusDays(REMEMBERED_DAYS)), newest);
    }

    @Override
    public List<UsageDay> fetch(DateRange window) {
        return window.stream().flatMap(day -> fetch(day).stream()).toList();
    }

    /**
     * Activity moves for 7 days after it was built. Cost, which lasts longer, is revised for 30 days by one page of the vendor, and
     * until a week after its month by another.
     */
    @Override
    public Instant settles(LocalDate day) {
        var revised = day.plusDays(1L + COST_REVISED_DAYS);
        var invoiced = day.withDayOfMonth(1).plusMonths(1).plusDays(DAYS_TO_INVOICE);
        return Windows.later(revised, invoiced).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The newest day may be in one report and not in the next. It is provisional, so it can wait until all of them have it. */
    private List<UsageDay> fetch(LocalDate day) {
        var rows = new EnterpriseRows(day);
        var book = new DayBook(new DateRange(day, day));
        for (var report : List.of(
                new Report(users(day), rows::activity),
                new Report(report("analytics/user_usage_report", day), rows::usage),
                new Report(report("analytics/user_cost_report", day), rows::cost))) {
            var told = pages.dayIfBuilt(report.url(), day, report.rows());
            if (told.isEmpty()) {
                return List.of();
            }
            told.get().forEach(book::add);
        }
        return book.days();
    }

    private HttpUrl users(LocalDate day) {
        return api.organizations(USERS)
                .addQueryParameter("date", day.toString())
                .addQueryParameter("limit", "1000")
                .build();
    }

    /** One row for each person and model, of the whole range that is asked for: of one day, since rows bear no date then. */
    private HttpUrl report(String path, LocalDate day) {
        return api.organizations(path)
                .addQueryParameter("starting_at", AnthropicApi.midnight(day))
                .addQueryParameter("ending_at", AnthropicApi.midnight(day.plusDays(1)))
                .addQueryParameter("products[]", "claude_code")
                .addQueryParameter("group_by[]", "model")
                .addQueryParameter("limit", "1000")
                .build();
    }
}
