package dev.aiusage.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Gzip, where a client takes it and it pays. */
final class Compression {

    /** About one packet: below it nothing is gained. */
    static final int WORTHWHILE = 1_400;

    private Compression() {}

    /** What {@code Accept-Encoding} says of gzip: by name, or else by the asterisk; a weight of 0 is a no. */
    static boolean isAccepted(@Nullable String header) {
        var byAsterisk = false;
        for (var item : (header == null ? "" : header).toLowerCase(Locale.ROOT).split(",", -1)) {
            var coding = item.split(";", 2)[0].strip();
            var isWanted = !item.replaceAll("\\s", "").matches(".*;q=0(\\.0*)?");
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                return isWanted;
            }
            byAsterisk |= coding.equals("*") && isWanted;
        }
        return byAsterisk;
    }

    static byte[] gzip(byte[] body) {
        var packed = new ByteArrayOutputStream(body.length / 4 + 64);
        try (var out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
