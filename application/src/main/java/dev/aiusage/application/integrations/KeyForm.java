package dev.aiusage.application.integrations;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.integration.Secret;

/**
 * What can be a key of a vendor. Vendors change lengths and prefixes as they like, so only what can't be a key is refused: other
 * vendors' keys and what no header could carry. No message holds any part of the key.
 */
record KeyForm(Vendor vendor) {

    private static final String FIELD = "api_key";
    private static final int SHORTEST = 8;
    private static final int LONGEST = 4096;
    private static final String OWN_TOKEN = "aiu_";

    static KeyForm of(Vendor vendor) {
        return new KeyForm(vendor);
    }

    /** The key without the blanks that copying leaves around it. */
    Secret checked(Secret typed) {
        var text = typed.reveal().strip();
        if (text.isEmpty()) {
            throw refused("is missing");
        }
        if (text.regionMatches(true, 0, "bearer ", 0, 7)) {
            throw refused("must be the key alone, without \"Bearer\"");
        }
        if (text.chars().anyMatch(Character::isWhitespace)) {
            throw refused("can't hold blanks or line ends; copy the key alone");
        }
        if (text.chars().anyMatch(character -> character < '!' || character > '~')) {
            throw refused("can hold printable ASCII characters only; copy the key alone");
        }
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            throw refused("must have " + SHORTEST + " to " + LONGEST + " characters, not " + text.length());
        }
        if (text.startsWith(OWN_TOKEN)) {
            throw refused("looks like an ingest token of this service, not like a key of " + vendor.displayName());
        }
        Vendor.recognised(text).filter(other -> other != vendor).ifPresent(other -> {
            throw refused("looks like a key of " + other.displayName() + ", not of " + vendor.displayName() + "; "
                    + vendor.whereKeysAre());
        });
        return new Secret(text);
    }

    private static RequestRejected refused(String message) {
        return new RequestRejected.InvalidField(FIELD, message);
    }
}
