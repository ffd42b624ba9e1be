package dev.aiusage.providers.cursor;

import dev.aiusage.application.syncing.UsageVendor;
import dev.aiusage.application.syncing.VendorAccess;
import dev.aiusage.application.syncing.VendorAccount;
import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.providers.calls.Hosts;
import dev.aiusage.providers.calls.Pace;
import dev.aiusage.providers.calls.RetryAfter;
import dev.aiusage.providers.calls.Vendor;
import dev.aiusage.providers.calls.VendorWeb;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import okhttp3.HttpUrl;

/** The usage of a Cursor team, by a key of its Admin API. */
public final class CursorUsage implements UsageVendor {

    private static final int CALLS_A_MINUTE = 20;

    private final VendorWeb web;
    private final HttpUrl base;

    /** @param base the address of Cursor's API, {@code https://api.cursor.com} if it is the real one */
    public CursorUsage(VendorWeb web, HttpUrl base) {
        this.web = web;
        this.base = base;
    }

    @Override
    public Tool tool() {
        return Tool.CURSOR;
    }

    @Override
    public VendorAccess open(VendorAccount account) {
        var api = api(account.key(), "");
        var clock = web.clock();
        var latest = DateRange.lastDays(2, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var period = Period.of(latest, clock);
        var open = EnumSet.noneOf(Report.class);
        var members = Count.UNKNOWN;
        VendorFailure.NotAllowed refusal = null;
        for (var report : Report.values()) {
            try {
                members = api.glance(report, period).or(members);
                open.add(report);
            } catch (VendorFailure.NotAllowed refused) {
                refusal = refused;
            }
        }
        if (open.isEmpty() && refusal != null) {
            throw refusal;
        }
        var whose = Whose.of(account.scope(), api::members);
        var narrowed = api(account.key(), whose.email());
        return new CursorAccess(narrowed, open, Analytics.of(api, latest), whose, members, clock);
    }

    private CursorApi api(Secret key, String account) {
        var failures = new CursorFailures(new RetryAfter(web.clock()), account);
        var vendor = new Vendor("Cursor", Hosts.only(base), Pace.perMinute(CALLS_A_MINUTE), failures);
        return new CursorApi(web.calls(vendor, key), base, key);
    }
}
