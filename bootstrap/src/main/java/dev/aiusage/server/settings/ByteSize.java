package dev.aiusage.server.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number of bytes as people write it: 1048576, 512 MB, 2GB. */
final class ByteSize {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\s*([KMG]?)I?B?");
    private static final Map<String, Long> UNITS = Map.of("", 1L, "K", 1L << 10, "M", 1L << 20, "G", 1L << 30);

    private ByteSize() {}

    static Optional<Long> parse(String text) {
        var matcher = FORM.matcher(text.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            var bytes = Math.multiplyExact(
                    Long.parseLong(matcher.group(1)),
                    UNITS.getOrDefault(matcher.group(2), 1L).longValue());
            return bytes > 0 ? Optional.of(bytes) : Optional.empty();
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }
}
