package dev.aiusage.application.audit;

/** What somebody did. The slugs stand in the trail and never change. */
public enum AuditAction {
    INTEGRATION_CONNECTED("integration_connected"),
    INTEGRATION_KEY_REPLACED("integration_key_replaced"),
    INTEGRATION_ACCOUNT_CHANGED("integration_account_changed"),
    INTEGRATION_PAUSED("integration_paused"),
    INTEGRATION_RESUMED("integration_resumed"),
    INTEGRATION_REMOVED("integration_removed"),
    INGEST_TOKEN_MADE("ingest_token_made"),
    INGEST_TOKEN_REVOKED("ingest_token_revoked"),
    DEVICE_REMOVED("device_removed"),
    KEYS_ROTATED("keys_rotated");

    private final String slug;

    AuditAction(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }
}
