package dev.aiusage.providers.calls;

import dev.aiusage.domain.integration.Secret;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The gates of the keys in use. Keys are known by a salted hash, and forgotten when nobody calls with them any more. */
final class KeyGates {

    private final int atOnce;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private final byte[] salt = new byte[32];
    private final Map<String, WeakReference<KeyGate>> gates = new HashMap<>();

    KeyGates(int atOnce, LongSupplier nanoTime, Pause pause) {
        this.atOnce = atOnce;
        this.nanoTime = nanoTime;
        this.pause = pause;
        new SecureRandom().nextBytes(salt);
    }

    synchronized KeyGate of(String vendor, Secret key, Pace pace) {
        var name = vendor + ' ' + hash(key);
        var known = known(name);
        if (known != null) {
            return known;
        }
        gates.values().removeIf(gate -> gate.get() == null);
        var gate = new KeyGate(atOnce, pace, nanoTime, pause);
        gates.put(name, new WeakReference<>(gate));
        return gate;
    }

    private @Nullable KeyGate known(String name) {
        var reference = gates.get(name);
        return reference == null ? null : reference.get();
    }

    private String hash(Secret key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return HexFormat.of().formatHex(digest.digest(key.reveal().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
