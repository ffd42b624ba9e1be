package dev.aiusage.domain.integration;

/**
 * Whose usage an integration holds: an organization's or enterprise's, narrowed to one account (an e-mail, a login) or not.
 * An empty text stands for "not narrowed".
 */
public record Scope(String organization, String account) {

    public static final Scope EVERYTHING = new Scope("", "");

    private static final int MAX_CODE_POINTS = 200;

    /** Each has at most 200 code points, and refuses what no storage can hold: NUL and lone surrogates. */
    public Scope {
        requireStorable("organization", organization);
        requireStorable("account", account);
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
