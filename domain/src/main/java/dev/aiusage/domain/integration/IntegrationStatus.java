package dev.aiusage.domain.integration;

import java.util.Arrays;

/** How an integration is doing, and with it whether usage is fetched by it. */
public enum IntegrationStatus {
    /** Nothing bad is known. */
    ACTIVE("active"),
    /** The vendor answers, but never with usage. */
    EMPTY("empty"),
    /** The vendor refuses the key. Asking again with the same key would only lock it out. */
    INVALID_KEY("invalid_key"),
    /** The vendor knows the key, but the key may not read usage. */
    NOT_ALLOWED("not_allowed"),
    /** The stored key does not open here. */
    KEY_UNREADABLE("key_unreadable"),
    /** The last synchronisation failed for another reason, or is to be tried again after an outage. */
    FAILING("failing"),
    /** Its user wants no more usage from it for now. */
    PAUSED("paused");

    private final String slug;

    IntegrationStatus(String slug) {
        this.slug = slug;
    }

    public static IntegrationStatus of(String slug) {
        return Arrays.stream(values())
                .filter(status -> status.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a status of an integration: " + slug));
    }

    public String slug() {
        return slug;
    }

    /** Whether usage is still fetched. What may mend itself is tried again, what needs its user is not. */
    public boolean isActive() {
        return this != PAUSED && this != INVALID_KEY;
    }
}
