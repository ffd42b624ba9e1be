package dev.aiusage.providers.cursor;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.usage.Label;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** The conversations that were seen on each day: as hashes, for a large team has millions in a month. */
final class Sessions {

    private final int most;
    private final MessageDigest digest;
    private final Set<Long> seen = new HashSet<>();

    /** @param most far more than an honest team has */
    Sessions(int most) {
        this.most = most;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /** @param member none for the whole team */
    boolean isNew(LocalDate date, Label member, String conversation) {
        var isNew = seen.add(hash(date + "\0" + member + "\0" + conversation));
        if (seen.size() > most) {
            throw new VendorFailure.AnswerTooLarge("Cursor tells of more conversations than any team has.");
        }
        return isNew;
    }

    private long hash(String text) {
        return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
