package dev.aiusage.application;

/** The storage can't be reached or does not answer. Adapters throw it with the cause; trying again later may help. */
public final class StorageUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
