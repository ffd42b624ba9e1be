package dev.aiusage.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.aiusage.testing.Patience;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/** The browser of this machine, without a window and without calls to its maker. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

    static Chromium launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout((double) Patience.LONGEST.toMillis());
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setTimeout((double) Patience.LONGEST.toMillis())
                .setArgs(List.of(
                        // Its sandbox does not start as root.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
