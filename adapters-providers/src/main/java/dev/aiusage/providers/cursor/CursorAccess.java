package dev.aiusage.providers.cursor;

import dev.aiusage.application.syncing.VendorAccess;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.providers.calls.DayWindows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** A team's usage, from the reports that its plan has. */
final class CursorAccess implements VendorAccess {

    private static final int MAX_DAYS = 30;
    private static final int DAYS_UNTIL_FINAL = 2;

    private final CursorApi api;
    private final Set<Report> reports;
    private final Analytics analytics;
    private final Whose whose;
    private final Count members;
    private final Clock clock;

    CursorAccess(CursorApi api, Set<Report> reports, Analytics analytics, Whose whose, Count members, Clock clock) {
        this.api = api;
        this.reports = reports;
        this.analytics = analytics;
        this.whose = whose;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public String reach() {
        var team = members.isKnown() ? "a team of " + members + " members" : "a team";
        return whose.isEverybody()
                ? "Cursor usage of " + team + "."
                : "Cursor usage of " + whose.email() + " in " + team + ".";
    }

    @Override
    public String hintIfEmpty() {
        var team =
                "Cursor answers, but with no usage of any day. Is the key that of the team whose members work with Cursor?";
        return whose.isEverybody() ? team : team + " And does the team know " + whose.email() + " by this e-mail?";
    }

    @Override
    public List<DateRange> windows(DateRange wanted) {
        return DayWindows.latestFirst(wanted, MAX_DAYS, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Override
    public List<UsageDay> fetch(DateRange window) {
        var period = Period.of(window, clock);
        var ledger = new CursorLedger(window, whose);
        if (reports.contains(Report.DAILY)) {
            api.days(period, ledger::add);
        }
        if (reports.contains(Report.EVENTS)) {
            api.events(period, whose.email(), ledger::add);
        }
        if (analytics == Analytics.OPEN) {
            api.languages(window, whose.email()).forEach(ledger::add);
        }
        return ledger.days();
    }

    @Override
    public Instant settles(LocalDate day) {
        return day.plusDays(1L + DAYS_UNTIL_FINAL).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
