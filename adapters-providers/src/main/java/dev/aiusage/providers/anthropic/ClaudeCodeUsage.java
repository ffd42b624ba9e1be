package dev.aiusage.providers.anthropic;

import dev.aiusage.application.syncing.UsageVendor;
import dev.aiusage.application.syncing.VendorAccess;
import dev.aiusage.application.syncing.VendorAccount;
import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.providers.calls.VendorWeb;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;

/** Claude Code, from Claude Code Analytics for an Admin key of the Console, from Enterprise Analytics for a key of Enterprise. */
public final class ClaudeCodeUsage implements UsageVendor {

    private static final String NEEDED =
            "Claude Code's usage takes an Admin key of the Console, or in Claude Enterprise"
                    + " a key with the scope read:analytics.";

    private final VendorWeb web;
    private final HttpUrl base;

    /** @param base Anthropic's address, with any path before its own */
    public ClaudeCodeUsage(VendorWeb web, HttpUrl base) {
        this.web = web;
        this.base = base;
    }

    @Override
    public Tool tool() {
        return Tool.CLAUDE_CODE;
    }

    @Override
    public VendorAccess open(VendorAccount account) {
        var api = AnthropicApi.console(web, base, account.key());
        var whose = new Whose(account.scope().account(), OrganizationName.of(api));
        var console = new ConsoleOpening(api, whose, web.clock());
        var enterprise = new EnterpriseOpening(AnthropicApi.enterprise(web, base, account.key()), whose, web.clock());
        return open(whose.isNamed() ? List.of(console, enterprise) : List.of(enterprise, console));
    }

    /** @param openings the likeliest first */
    private static VendorAccess open(List<Opening> openings) {
        var refusals = new ArrayList<VendorFailure>();
        for (var opening : openings) {
            var probed = opening.probe();
            if (probed.isAnswered()) {
                return opening.access(probed);
            }
            refusals.addAll(probed.refusals());
        }
        throw Refusals.most(refusals, NEEDED);
    }
}
