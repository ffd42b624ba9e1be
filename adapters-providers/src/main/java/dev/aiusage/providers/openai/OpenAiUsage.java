package dev.aiusage.providers.openai;

import dev.aiusage.application.syncing.UsageVendor;
import dev.aiusage.application.syncing.VendorAccess;
import dev.aiusage.application.syncing.VendorAccount;
import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.providers.calls.Hosts;
import dev.aiusage.providers.calls.Pace;
import dev.aiusage.providers.calls.RetryAfter;
import dev.aiusage.providers.calls.Vendor;
import dev.aiusage.providers.calls.VendorWeb;
import java.time.LocalDate;
import java.time.ZoneOffset;
import okhttp3.HttpUrl;

/** The usage of an organization at OpenAI, by an admin key. */
public final class OpenAiUsage implements UsageVendor {

    private final VendorWeb web;
    private final HttpUrl base;
    private final Vendor vendor;

    /** @param base the address of OpenAI's API, {@code https://api.openai.com} if it is the real one */
    public OpenAiUsage(VendorWeb web, HttpUrl base) {
        this.web = web;
        this.base = base;
        this.vendor =
                new Vendor("OpenAI", Hosts.only(base), Pace.FREE, new OpenAiFailures(new RetryAfter(web.clock())));
    }

    @Override
    public Tool tool() {
        return Tool.OPENAI;
    }

    @Override
    public VendorAccess open(VendorAccount account) {
        var api = new OpenAiApi(web.calls(vendor, account.key()), base, account.key());
        var today = LocalDate.ofInstant(web.clock().instant(), ZoneOffset.UTC);
        api.glance(new DateRange(today, today));
        var users = users(api);
        var person = account.scope().account();
        var whose = person.isEmpty() ? Whose.EVERYBODY : Whose.of(person, users);
        return new OpenAiAccess(api, users, whose, web.clock());
    }

    /** A key may be limited to usage; then people are known by their ids only. */
    private static Users users(OpenAiApi api) {
        try {
            return api.users();
        } catch (VendorFailure.NotAllowed notShown) {
            return Users.UNKNOWN;
        }
    }
}
