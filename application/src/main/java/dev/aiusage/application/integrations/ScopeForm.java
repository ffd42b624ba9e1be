package dev.aiusage.application.integrations;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.integration.Scope;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whose usage can be asked of a vendor: everybody's that a key sees, or that of an organization, an enterprise, a person. */
record ScopeForm(Vendor vendor) {

    private static final int LONGEST = 200;
    private static final Pattern GITHUB_NAME = Pattern.compile("[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9])?");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{Zl}\\p{Zp}]");

    static ScopeForm of(Vendor vendor) {
        return new ScopeForm(vendor);
    }

    Scope scope(NewConnection asked) {
        var organization = printable("organization", asked.organization());
        var enterprise = printable("enterprise", asked.enterprise());
        var account = account(asked.account());
        if (vendor == Vendor.GITHUB) {
            return gitHub(organization, enterprise, account);
        }
        if (!enterprise.isEmpty()) {
            throw new RequestRejected.InvalidField(
                    "enterprise", "is for GitHub only; the key tells " + vendor.displayName() + " whose usage it is");
        }
        if (organization.contains("/")) {
            throw new RequestRejected.InvalidField("organization", "can't hold a slash");
        }
        return new Scope(organization, account);
    }

    /** An e-mail or a login. Vendors take them in any case, so that two spellings are one account. */
    String account(String typed) {
        return printable("account", typed.toLowerCase(Locale.ROOT));
    }

    private static Scope gitHub(String organization, String enterprise, String account) {
        if (organization.isEmpty() == enterprise.isEmpty()) {
            throw new RequestRejected.InvalidField(
                    "organization", "GitHub tells the usage of an organization or of an enterprise: name one of them");
        }
        return enterprise.isEmpty()
                ? new Scope(gitHubName("organization", organization), account)
                : Scope.ofEnterprise(gitHubName("enterprise", enterprise), account);
    }

    private static String gitHubName(String field, String typed) {
        var name = typed.toLowerCase(Locale.ROOT);
        if (!GITHUB_NAME.matcher(name).matches()) {
            throw new RequestRejected.InvalidField(
                    field, "must be the name as it stands in GitHub's addresses: letters, digits and hyphens");
        }
        return name;
    }

    private static String printable(String field, String typed) {
        var text = typed.strip();
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new RequestRejected.InvalidField(field, "can have " + LONGEST + " characters at most");
        }
        if (UNPRINTABLE.matcher(text).find()) {
            throw new RequestRejected.InvalidField(field, "holds characters that can't be shown");
        }
        return text;
    }
}
