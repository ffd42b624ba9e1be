package dev.aiusage.providers.anthropic;

import dev.aiusage.application.syncing.UsageVendor;
import dev.aiusage.application.syncing.VendorAccess;
import dev.aiusage.application.syncing.VendorAccount;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.providers.calls.VendorWeb;
import java.time.LocalDate;
import java.time.ZoneOffset;
import okhttp3.HttpUrl;

/** Traffic of an organization's Messages API that Claude Code's reports do not cover, from the Console's usage and cost reports. */
public final class AnthropicApiUsage implements UsageVendor {

    private static final String NEEDED = "The Messages API's usage takes an Admin key of the Console.";

    private final VendorWeb web;
    private final HttpUrl base;

    /** @param base Anthropic's address, with any path before its own */
    public AnthropicApiUsage(VendorWeb web, HttpUrl base) {
        this.web = web;
        this.base = base;
    }

    @Override
    public Tool tool() {
        return Tool.ANTHROPIC_API;
    }

    @Override
    public VendorAccess open(VendorAccount account) {
        var api = AnthropicApi.console(web, base, account.key());
        var whose = new Whose(account.scope().account(), OrganizationName.of(api));
        var yesterday =
                LocalDate.ofInstant(web.clock().instant(), ZoneOffset.UTC).minusDays(1);
        var probed = api.probe(probe(api, yesterday), yesterday);
        if (!probed.isAnswered()) {
            throw Refusals.most(probed.refusals(), NEEDED);
        }
        return new MessagesAccess(api, whose, Directory.of(api), ClaudeCodeWorkspaces.of(api), web.clock());
    }

    private static HttpUrl probe(AnthropicApi api, LocalDate day) {
        return api.organizations(MessagesAccess.USAGE)
                .addQueryParameter("starting_at", AnthropicApi.midnight(day))
                .addQueryParameter("bucket_width", "1d")
                .addQueryParameter("limit", "1")
                .build();
    }
}
