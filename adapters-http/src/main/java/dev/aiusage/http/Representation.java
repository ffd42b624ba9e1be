package dev.aiusage.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Bytes to be sent, what they are, and a strong validator of them. */
final class Representation {

    private static final int TAG_BYTES = 16;
    private static final String GZIP_SUFFIX = "-gzip";

    private final byte[] body;
    private final String contentType;
    private final String tag;
    private volatile byte @Nullable [] packed;

    Representation(byte[] body, String contentType) {
        this.body = body;
        this.contentType = contentType;
        this.tag = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha256(body), TAG_BYTES));
    }

    byte[] body() {
        return body;
    }

    byte[] packed() {
        var known = packed;
        if (known == null) {
            known = Compression.gzip(body);
            packed = known;
        }
        return known;
    }

    String contentType() {
        return contentType;
    }

    String etag() {
        return '"' + tag + '"';
    }

    /** Packed bytes are other bytes, so they have a tag of their own. */
    String gzipEtag() {
        return '"' + tag + GZIP_SUFFIX + '"';
    }

    /** Whether the client holds this content, packed or not: it asks whether to keep what it has, not for a packing. */
    boolean isHeldBy(String ifNoneMatch) {
        return Arrays.stream(ifNoneMatch.split(",", -1))
                .map(String::strip)
                .map(held -> held.startsWith("W/") ? held.substring(2) : held)
                .anyMatch(held -> held.equals("*") || held.equals(etag()) || held.equals(gzipEtag()));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
