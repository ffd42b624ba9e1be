package dev.aiusage.persistence.encryption;

/**
 * Key-encryption keys that can't be used as they were given. The message is one line for the operator; it counts entries and
 * never repeats what stands in them, since a misplaced name may be a key.
 */
public final class UnusableEncryptionKeys extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Fault {
        NO_KEY,
        NO_NAME,
        BAD_NAME,
        NOT_BASE64,
        WRONG_LENGTH,
        SAME_NAME,
        SAME_KEY,
        UNREADABLE_FILE,
        OPEN_TO_OTHERS
    }

    private final Fault fault;

    UnusableEncryptionKeys(Fault fault, String message) {
        super(message, null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
