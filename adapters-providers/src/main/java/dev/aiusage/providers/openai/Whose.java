package dev.aiusage.providers.openai;

import dev.aiusage.application.syncing.VendorFailure;

/**
 * Whose usage is wanted: everybody's, or one person's.
 *
 * @param account an e-mail or a user's id, empty for everybody
 * @param userId of this person; empty for everybody, and for a person who is not one of the organization
 */
record Whose(String account, String userId) {

    static final Whose EVERYBODY = new Whose("", "");

    private static final String ID_PREFIX = "user-";

    static Whose of(String account, Users users) {
        var id = users.idOf(account).or(() -> users.spelling(account));
        if (id.isEmpty() && account.startsWith(ID_PREFIX)) {
            return new Whose(account, account);
        }
        if (id.isEmpty() && !users.areKnown()) {
            throw new VendorFailure.NotAllowed("To find " + account
                    + ", the key has to read the organization's users: it lacks the scope api.management.read.");
        }
        return new Whose(account, id.orElse(""));
    }

    boolean isEverybody() {
        return account.isEmpty();
    }

    boolean isNobody() {
        return !isEverybody() && userId.isEmpty();
    }

    boolean includes(String id) {
        return isEverybody() || userId.equals(id);
    }
}
