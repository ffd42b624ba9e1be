package dev.aiusage.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.aiusage.testing.Patience;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** One reader's visit: a window of some size, and everything that the browser complained about. */
final class Visit implements AutoCloseable {

    private static final String TELL_VIOLATIONS =
            "addEventListener('securitypolicyviolation', e => console.error('CSP: ' + e.violatedDirective))";

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private boolean isLeft;

    private Visit(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout((double) Patience.LONGEST.toMillis());
        this.page = context.newPage();
        page.addInitScript(TELL_VIOLATIONS);
        page.onConsoleMessage(message -> {
            if (!message.type().equals("log")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequestFailed(request -> {
            // The page looks for news each minute: leaving breaks that off.
            if (!isLeft) {
                complaints.add("failed: " + request.url());
            }
        });
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    static Visit of(Browser browser, int width, int height) {
        var options = new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(ColorScheme.LIGHT)
                .setLocale("en-GB")
                .setTimezoneId("America/New_York");
        return new Visit(browser.newContext(options));
    }

    /** Opens the page and waits until it has shown its first answer. */
    Page open(URI address) {
        page.navigate(address.toString());
        page.waitForSelector("main:not([data-loading])");
        return page;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        isLeft = true;
        context.close();
    }
}
