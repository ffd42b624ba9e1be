package dev.aiusage.domain.integration;

/**
 * An integration's connection to its vendor: how it is doing, why, and by which key. An empty detail says nothing more than the
 * status; an empty hint stands for no key.
 */
public record Connection(IntegrationStatus status, String detail, String keyHint) {

    /** Of what arrives without a key: logs, files, telemetry. */
    public static final Connection KEYLESS = new Connection(IntegrationStatus.ACTIVE, "", "");

    /** By a key that nothing bad is known of yet. */
    public static Connection by(Secret key) {
        return new Connection(IntegrationStatus.ACTIVE, "", key.hint());
    }

    public boolean hasKey() {
        return !keyHint.isEmpty();
    }

    public boolean isActive() {
        return status.isActive();
    }

    public Connection in(IntegrationStatus changed, String why) {
        return new Connection(changed, why, keyHint);
    }

    public Connection paused() {
        return in(IntegrationStatus.PAUSED, "");
    }

    /** What failed is tried again too. */
    public Connection resumed() {
        return in(IntegrationStatus.ACTIVE, "");
    }
}
