package dev.aiusage.providers.github;

import dev.aiusage.providers.calls.Hosts;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Where report files lie: at github.com, for tenants with data residency at ghe.com, and until May 2026 at Azure's edge. */
final class ReportHosts {

    private static final String PART = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
    private static final Pattern KNOWN = Pattern.compile("copilot-reports\\.github\\.com"
            + "|copilot-reports\\." + PART + "\\.ghe\\.com"
            + "|copilot-reports-" + PART + "(?:\\." + PART + ")?\\.azurefd\\.net");

    private ReportHosts() {}

    static Hosts beside(HttpUrl base) {
        return Hosts.of(base, ReportHosts::isKnown);
    }

    static boolean isKnown(String host) {
        return KNOWN.matcher(host).matches();
    }
}
