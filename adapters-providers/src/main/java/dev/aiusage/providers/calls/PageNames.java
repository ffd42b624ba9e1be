package dev.aiusage.providers.calls;

import dev.aiusage.application.syncing.VendorFailure;
import java.util.HashSet;
import java.util.Set;

/** The names of the pages that were asked for: each once, not too many, and none longer than an address may be. */
public final class PageNames {

    private static final int LONGEST = 4096;

    private final int most;
    private final Set<String> seen = new HashSet<>();

    /** @param most far more than an honest answer has */
    public PageNames(int most) {
        this.most = most;
    }

    /** Notes the page that is asked for next. */
    public void note(String name) {
        if (name.length() > LONGEST) {
            throw new VendorFailure.MalformedAnswer("The vendor names its next page by what no address could hold.");
        }
        if (seen.size() == most || !seen.add(name)) {
            throw new VendorFailure.MalformedAnswer("The vendor's answer goes on from page to page without end.");
        }
    }
}
