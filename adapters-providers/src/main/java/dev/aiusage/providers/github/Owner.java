package dev.aiusage.providers.github;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.integration.Scope;
import java.util.regex.Pattern;

/**
 * Whose usage is asked for, in the three ways that GitHub writes it.
 *
 * @param paths where its Copilot lies
 * @param billing where its bills lie
 * @param title for people: "the organization acme"
 */
record Owner(String paths, String billing, String name, String title) {

    /** Wider than GitHub's own rule, and still without what could lead a path astray. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    static Owner of(Scope scope) {
        var name = scope.name();
        if (!NAME.matcher(name).matches()) {
            throw new VendorFailure.NotAllowed(
                    "GitHub tells the Copilot usage of an organization or an enterprise only:"
                            + " name one as it stands in GitHub's addresses.");
        }
        return scope.isEnterprise()
                ? new Owner("enterprises", "enterprises", name, "the enterprise " + name)
                : new Owner("orgs", "organizations", name, "the organization " + name);
    }
}
