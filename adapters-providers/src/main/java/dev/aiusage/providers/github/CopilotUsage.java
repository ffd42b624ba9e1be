package dev.aiusage.providers.github;

import dev.aiusage.application.syncing.UsageVendor;
import dev.aiusage.application.syncing.VendorAccess;
import dev.aiusage.application.syncing.VendorAccount;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.providers.calls.FailureOfAnswer;
import dev.aiusage.providers.calls.Hosts;
import dev.aiusage.providers.calls.Pace;
import dev.aiusage.providers.calls.RetryAfter;
import dev.aiusage.providers.calls.Vendor;
import dev.aiusage.providers.calls.VendorCalls;
import dev.aiusage.providers.calls.VendorWeb;
import java.time.LocalDate;
import java.time.ZoneOffset;
import okhttp3.HttpUrl;

/** GitHub Copilot, by its usage metrics reports. */
public final class CopilotUsage implements UsageVendor {

    private final VendorWeb web;
    private final HttpUrl base;
    private final RetryAfter retryAfter;

    /** @param base GitHub's API, with any path before its own */
    public CopilotUsage(VendorWeb web, HttpUrl base) {
        this.web = web;
        this.base = base;
        this.retryAfter = new RetryAfter(web.clock());
    }

    @Override
    public Tool tool() {
        return Tool.GITHUB_COPILOT;
    }

    @Override
    public VendorAccess open(VendorAccount account) {
        var owner = Owner.of(account.scope());
        var login = account.scope().account();
        var api = new GithubApi(
                base, owner, account.key(), calls(account, Hosts.only(base), new GithubFailures(owner, retryAfter)));
        var downloads = calls(account, ReportHosts.beside(base), new FileFailures(retryAfter));
        var reports = new Reports(api, downloads, new UserRows(login));
        reports.probe();
        var bills = Bills.open(
                api, login, LocalDate.now(web.clock().withZone(ZoneOffset.UTC)).minusDays(1));
        return new CopilotAccess(owner, login, reports, bills, new Seats(api), web.clock());
    }

    /** Files are downloaded past the same gate as all calls with the token, though without it. */
    private VendorCalls calls(VendorAccount account, Hosts hosts, FailureOfAnswer failures) {
        return web.calls(new Vendor("GitHub", hosts, Pace.FREE, failures), account.key());
    }
}
