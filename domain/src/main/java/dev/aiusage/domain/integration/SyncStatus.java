package dev.aiusage.domain.integration;

import java.util.Arrays;

/** How far a synchronisation has come. */
public enum SyncStatus {
    QUEUED("queued"),
    RUNNING("running"),
    SUCCEEDED("succeeded"),
    FAILED("failed"),
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
