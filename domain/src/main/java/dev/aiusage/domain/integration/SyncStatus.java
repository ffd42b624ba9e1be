package dev.aiusage.domain.integration;

import java.util.Arrays;

/** How far a synchronisation has come. */
public enum SyncStatus {
    /** It waits for its turn. */
    QUEUED("queued"),
    /** An attempt is under way, or was when its instance was killed: another one goes on then. */
    RUNNING("running"),
    /** All that was to be fetched is kept. */
    SUCCEEDED("succeeded"),
    /** Given up. What was fetched stays, and the next run fetches the rest. */
    FAILED("failed"),
    /** The last attempt met what may pass; the next one is planned. */
    RETRY_SCHEDULED("retry_scheduled");

    private final String slug;

    SyncStatus(String slug) {
        this.slug = slug;
    }

    public static SyncStatus of(String slug) {
        return Arrays.stream(values())
                .filter(status -> status.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a status of a synchronisation: " + slug));
    }

    public String slug() {
        return slug;
    }
}
