package dev.aiusage.application.integrations;

import java.util.regex.Pattern;

/** The name of a key-encryption key: 1 to 32 letters, digits, underscores and hyphens. It is no secret and stands in rows. */
public record KeyName(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    public KeyName {
        if (!isName(text)) {
            throw new IllegalArgumentException("not the name of a key: 1 to 32 of A-Z, a-z, 0-9, _ and -");
        }
    }

    public static boolean isName(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
