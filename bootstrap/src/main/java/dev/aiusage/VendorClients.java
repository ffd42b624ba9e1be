package dev.aiusage;

import dev.aiusage.application.screenshots.PictureReader;
import dev.aiusage.application.syncing.UsageVendor;
import dev.aiusage.application.syncing.UsageVendors;
import dev.aiusage.application.syncing.VendorAccess;
import dev.aiusage.application.syncing.VendorAccount;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.providers.anthropic.AnthropicApiUsage;
import dev.aiusage.providers.anthropic.ClaudeCodeUsage;
import dev.aiusage.providers.calls.CallLimits;
import dev.aiusage.providers.calls.VendorWeb;
import dev.aiusage.providers.cursor.CursorUsage;
import dev.aiusage.providers.github.CopilotUsage;
import dev.aiusage.providers.openai.OpenAiUsage;
import dev.aiusage.providers.vision.AnthropicPictureReader;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import okhttp3.HttpUrl;

/** The clients of all vendors. What they share is only made when one of them is first asked. */
final class VendorClients implements AutoCloseable {

    private final VendorOptions options;
    private final Clock clock;
    private Optional<VendorWeb> web = Optional.empty();

    VendorClients(VendorOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    UsageVendors all() {
        var addresses = options.addresses();
        return new UsageVendors(List.of(
                new Later(Tool.CLAUDE_CODE, addresses.anthropic(), ClaudeCodeUsage::new),
                new Later(Tool.ANTHROPIC_API, addresses.anthropic(), AnthropicApiUsage::new),
                new Later(Tool.GITHUB_COPILOT, addresses.gitHub(), CopilotUsage::new),
                new Later(Tool.CURSOR, addresses.cursor(), CursorUsage::new),
                new Later(Tool.OPENAI, addresses.openAi(), OpenAiUsage::new)));
    }

    PictureReader pictures(Secret key, String model) {
        var address = HttpUrl.get(options.addresses().anthropic());
        return (picture, today) -> new AnthropicPictureReader(web(), address, key, model).read(picture, today);
    }

    private synchronized VendorWeb web() {
        var made = web.orElseGet(() -> new VendorWeb(
                CallLimits.DEFAULT.withAtOnce(options.callsAtOnce()).withCall(options.callTimeout()),
                "ai-usage/" + version(),
                clock));
        web = Optional.of(made);
        return made;
    }

    /** As the jar says it; unknown while this is not packaged. */
    private static String version() {
        var packaged = VendorClients.class.getPackage().getImplementationVersion();
        return packaged == null ? "unpackaged" : packaged;
    }

    @Override
    public synchronized void close() {
        web.ifPresent(VendorWeb::close);
    }

    private final class Later implements UsageVendor {

        private final Tool tool;
        private final URI address;
        private final BiFunction<VendorWeb, HttpUrl, UsageVendor> client;

        Later(Tool tool, URI address, BiFunction<VendorWeb, HttpUrl, UsageVendor> client) {
            this.tool = tool;
            this.address = address;
            this.client = client;
        }

        @Override
        public Tool tool() {
            return tool;
        }

        @Override
        public VendorAccess open(VendorAccount account) {
            return client.apply(web(), HttpUrl.get(address)).open(account);
        }
    }
}
