package dev.aiusage.providers.calls;

import dev.aiusage.domain.integration.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The gates of the keys in use. Keys are known by a salted hash, and forgotten when nobody has called with them for long enough
 * that no vendor's pace remembers it either.
 */
final class KeyGates {

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final int atOnce;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private final byte[] salt = new byte[32];
    private final Map<String, KeyGate> gates = new HashMap<>();

    KeyGates(int atOnce, LongSupplier nanoTime, Pause pause) {
        this.atOnce = atOnce;
        this.nanoTime = nanoTime;
        this.pause = pause;
        new SecureRandom().nextBytes(salt);
    }

    synchronized KeyGate of(String vendor, Secret key, Pace pace) {
        gates.values().removeIf(gate -> gate.isUnusedFor(REMEMBERED));
        var gate = gates.computeIfAbsent(vendor + ' ' + hash(key), first -> new KeyGate(atOnce, pace, nanoTime, pause));
        gate.touch();
        return gate;
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
