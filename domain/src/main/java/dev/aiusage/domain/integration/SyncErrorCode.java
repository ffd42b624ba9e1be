package dev.aiusage.domain.integration;

import java.util.Arrays;

/** What kept a synchronisation from succeeding. */
public enum SyncErrorCode {
    /** The vendor refuses the key. */
    INVALID_KEY("invalid_key"),
    /** The stored key does not open here, so that nobody was asked. */
    KEY_UNREADABLE("key_unreadable"),
    /** The key is real, but may not read usage. */
    NOT_ALLOWED("not_allowed"),
    /** The vendor wants fewer calls. */
    RATE_LIMITED("rate_limited"),
    /** The customer's own limit at the vendor is reached. */
    SPEND_CAP("spend_cap"),
    /** The vendor did not answer, broke off, or failed itself. */
    UNAVAILABLE("unavailable"),
    /** The vendor answered otherwise than it documents. */
    MALFORMED_ANSWER("malformed_answer"),
    /** One answer was larger than any honest one. */
    ANSWER_TOO_LARGE("answer_too_large"),
    /** The vendor sent us to an address that is not known as its own. */
    REDIRECT_REFUSED("redirect_refused"),
    /** Its integration was paused, or its key refused, before it came to its turn. */
    INACTIVE("inactive"),
    /** The service itself has a defect, which its log tells. */
    INTERNAL("internal");

    private final String slug;

    SyncErrorCode(String slug) {
        this.slug = slug;
    }

    public static SyncErrorCode of(String slug) {
        return Arrays.stream(values())
                .filter(code -> code.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a reason of a failed synchronisation: " + slug));
    }

    public String slug() {
        return slug;
    }
}
