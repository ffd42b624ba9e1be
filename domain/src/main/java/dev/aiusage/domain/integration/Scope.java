package dev.aiusage.domain.integration;

/**
 * Whose usage an integration holds: an organization's or enterprise's, narrowed to one account (an e-mail, a login) or not.
 * An empty text stands for "not narrowed".
 */
public record Scope(String organization, String account) {

    public static final Scope EVERYTHING = new Scope("", "");

    private static final int MAX_CODE_POINTS = 200;

    /** No organization's name holds a slash, so none is taken for an enterprise. */
    private static final String ENTERPRISE = "enterprises/";

    /** Each has at most 200 code points, and refuses what no storage can hold: NUL and lone surrogates. */
    public Scope {
        requireStorable("organization", organization);
        requireStorable("account", account);
    }

    /** An enterprise, which stands above organizations and may bear the same name as one. */
    public static Scope ofEnterprise(String name, String account) {
        return new Scope(ENTERPRISE + name, account);
    }

    public boolean isEnterprise() {
        return organization.startsWith(ENTERPRISE);
    }

    /** The name alone, without what tells enterprises from organizations. */
    public String name() {
        return isEnterprise() ? organization.substring(ENTERPRISE.length()) : organization;
    }

    public Scope narrowedTo(String changed) {
        return new Scope(organization, changed);
    }

    /** Whether this holds all that the other holds and more: the whole organization against one person of it. */
    public boolean isWiderThan(Scope other) {
        return organization.equals(other.organization) && account.isEmpty() && !other.account.isEmpty();
    }

    private static void requireStorable(String what, String text) {
        var isStorable =
                text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
        if (!isStorable || text.codePointCount(0, text.length()) > MAX_CODE_POINTS) {
            throw new IllegalArgumentException("not the name of an " + what);
        }
    }
}
