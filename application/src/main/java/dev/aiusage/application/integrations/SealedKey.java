package dev.aiusage.application.integrations;

/**
 * A vendor's key as it is stored: printable text that only a {@link KeyVault} makes and opens. Any text may stand in a row,
 * so any text is allowed here, and the vault tells whether it opens. It is not printed, to keep it out of logs.
 */
public record SealedKey(String text) {

    /** Of an integration that needs no key. */
    public static final SealedKey NONE = new SealedKey("");

    @Override
    public String toString() {
        return "SealedKey[…]";
    }
}
