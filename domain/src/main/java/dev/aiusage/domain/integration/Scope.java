package dev.aiusage.domain.integration;

/**
 * Whose usage an integration holds: an organization's or enterprise's, narrowed to one account (an e-mail, a login) or not.
 * An empty text stands for "not narrowed".
 */
public record Scope(String organization, String account) {

    public static final Scope EVERYTHING = new Scope("", "");

    /** No organization's name holds a slash, so none is taken for an enterprise. */
    private static final String ENTERPRISE = "enterprises/";

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
}
