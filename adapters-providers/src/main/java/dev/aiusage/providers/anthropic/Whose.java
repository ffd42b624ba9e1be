package dev.aiusage.providers.anthropic;

import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.providers.calls.DayBook;

/**
 * Whose usage is wanted of a key's organization.
 *
 * @param account an e-mail or another name of a member; empty for everybody
 * @param organization its name, empty where the vendor does not tell it
 */
record Whose(String account, String organization) {

    boolean isEverybody() {
        return account.isEmpty();
    }

    boolean isNamed() {
        return !organization.isEmpty();
    }

    /** "Claude Code usage of anna@example.com in the organization Acme". */
    String reach(String usage) {
        var named = isNamed() ? "the organization " + organization : "the organization of the key";
        return usage + " of " + (isEverybody() ? named : account + " in " + named);
    }

    String hintIfEmpty(String hint) {
        return isEverybody() ? hint : "Nothing is known of " + account + ": is it the member's e-mail? Or: " + hint;
    }

    /** Notes a row if its member is wanted, and whose it is where that may be anybody. */
    void note(ReportRow row, DayBook book) {
        if (!isEverybody() && !row.member().text().equalsIgnoreCase(account)) {
            return;
        }
        book.add(row.date(), row.measures());
        row.models().forEach(part -> book.addPart(row.date(), Dimension.MODEL, part.model(), part.measures()));
        if (isEverybody()) {
            book.addPart(row.date(), Dimension.MEMBER, row.member(), row.measures());
        }
    }
}
