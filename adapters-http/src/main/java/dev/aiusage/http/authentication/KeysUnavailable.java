package dev.aiusage.http.authentication;

/** The issuer's keys could not be fetched and none are held from before, so nothing can be said about its tokens. */
public final class KeysUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysUnavailable() {
        super("the keys that tokens are signed with can't be fetched", null, false, false);
    }
}
