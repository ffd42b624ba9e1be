package dev.aiusage.application.integrations;

/** Why a stored key does not open. */
public enum UnreadableKey {
    /** The text is none that a vault has made, or it was cut. */
    NOT_SEALED("not_sealed"),
    /** It was sealed under a key-encryption key that is not set here; {@link KeyVault#nameOf} tells which. */
    UNKNOWN_KEY("unknown_key"),
    /** It was changed, belongs to another user or integration, or the key of that name is not the one that sealed it. */
    DAMAGED("damaged");

    private final String code;

    UnreadableKey(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
