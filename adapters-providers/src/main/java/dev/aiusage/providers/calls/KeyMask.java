package dev.aiusage.providers.calls;

import dev.aiusage.domain.integration.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a key out of texts of the vendor that was shown it, some of which repeat it: as it is, in whatever case, or as the Base64
 * that Basic authentication makes of it. Only texts that are decoded already are safe then.
 */
final class KeyMask {

    private static final String SHOWN = Matcher.quoteReplacement("…");
    private static final int BASE64_GROUP = 3;

    private final Pattern key;

    KeyMask(Secret key) {
        this.key = Pattern.compile(pattern(key.reveal()), Pattern.CASE_INSENSITIVE);
    }

    String hide(String text) {
        return key.matcher(text).replaceAll(SHOWN);
    }

    private static String pattern(String text) {
        if (text.isEmpty()) {
            return "(?!)";
        }
        var encoded = base64(text);
        return Pattern.quote(text) + (encoded.isEmpty() ? "" : "|" + Pattern.quote(encoded) + "[A-Za-z0-9+/]*=*");
    }

    /** As far as it does not depend on what follows the key. */
    private static String base64(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, bytes.length - bytes.length % BASE64_GROUP));
    }
}
