package dev.aiusage.providers.calls;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import okhttp3.HttpUrl;

/**
 * Where calls to a vendor may lead: its own address, and hosts that it is known to send its callers to. Other hosts only over TLS;
 * where the vendor's own address is this machine, as in tests, so may the others be.
 */
public final class Hosts {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    private final HttpUrl base;
    private final Predicate<String> known;

    private Hosts(HttpUrl base, Predicate<String> known) {
        this.base = base;
        this.known = known;
    }

    public static Hosts only(HttpUrl base) {
        return new Hosts(base, host -> false);
    }

    /** Also hosts whose lower-case name this takes. */
    public static Hosts of(HttpUrl base, Predicate<String> known) {
        return new Hosts(base, known);
    }

    /** Whether a call may lead there at all. */
    boolean allow(HttpUrl target) {
        if (isOwn(target)) {
            return true;
        }
        if (isLocal(base) && isLocal(target)) {
            return true;
        }
        return target.isHttps() && known.test(target.host().toLowerCase(Locale.ROOT));
    }

    /** Whether it is the vendor's own address, which alone is shown the key. */
    boolean isOwn(HttpUrl target) {
        return target.scheme().equals(base.scheme())
                && target.host().equals(base.host())
                && target.port() == base.port();
    }

    private static boolean isLocal(HttpUrl url) {
        return THIS_MACHINE.contains(url.host());
    }
}
