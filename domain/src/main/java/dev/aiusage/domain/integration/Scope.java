package dev.aiusage.domain.integration;

/**
 * Whose usage an integration holds: an organization's or enterprise's, narrowed to one account (an e-mail, a login) or not.
 * An empty text stands for "not narrowed".
 */
public record Scope(String organization, String account) {

    public static final Scope EVERYTHING = new Scope("", "");

    /** Whether this holds all that the other holds and more: the whole organization against one person of it. */
    public boolean isWiderThan(Scope other) {
        return organization.equals(other.organization) && account.isEmpty() && !other.account.isEmpty();
    }
}
