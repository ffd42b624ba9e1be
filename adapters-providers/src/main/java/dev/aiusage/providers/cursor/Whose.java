package dev.aiusage.providers.cursor;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.usage.Label;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Whose usage is wanted: everybody's, or one person's.
 *
 * @param email as Cursor spells it, as far as that is known; empty for everybody
 */
record Whose(String email) {

    /** Cursor's own filter may be particular about capitals, so the e-mail is looked up among the team's members. */
    static Whose of(Scope scope, Supplier<List<String>> members) {
        var account = scope.account();
        return new Whose(
                account.isEmpty()
                        ? ""
                        : spellings(members).stream()
                                .filter(account::equalsIgnoreCase)
                                .findFirst()
                                .orElse(account));
    }

    boolean isEverybody() {
        return email.isEmpty();
    }

    boolean includes(String member) {
        return isEverybody() || email.equalsIgnoreCase(member);
    }

    /** The same for all spellings. */
    static Label label(String member) {
        return Label.legible(member.strip().toLowerCase(Locale.ROOT));
    }

    private static List<String> spellings(Supplier<List<String>> members) {
        try {
            return members.get();
        } catch (VendorFailure.NotAllowed notShown) {
            return List.of();
        }
    }
}
