package dev.aiusage.http;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a part of a form is called, read from its Content-Disposition. */
record PartName(String field, String fileName) {

    static final PartName NONE = new PartName("", "");
    private static final int SHOWN = 100;

    /** Either in quotes, with a backslash before what would end them, or bare. Possessive, as the stack is not endless. */
    private static final String VALUE = "\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;\\s]*))";

    private static final Pattern FIELD = Pattern.compile("(?i)(?:^|;)\\s*name" + VALUE);
    private static final Pattern FILE_NAME = Pattern.compile("(?i)(?:^|;)\\s*filename" + VALUE);

    static PartName of(String contentDisposition) {
        return new PartName(
                value(FIELD, contentDisposition).orElse(""),
                value(FILE_NAME, contentDisposition).map(PartName::showable).orElse(""));
    }

    private static Optional<String> value(Pattern pattern, String header) {
        var found = pattern.matcher(header);
        if (!found.find()) {
            return Optional.empty();
        }
        var quoted = found.group(1);
        return Optional.of(quoted == null ? found.group(2) : quoted.replaceAll("\\\\(.)", "$1"));
    }

    /** It stands in messages, so it is cut, and without a path or control characters. */
    private static String showable(String name) {
        var bare = name.substring(name.lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", "\uFFFD");
        return bare.substring(0, Math.min(SHOWN, bare.length()));
    }
}
