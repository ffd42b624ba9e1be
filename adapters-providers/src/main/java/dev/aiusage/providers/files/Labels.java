package dev.aiusage.providers.files;

import dev.aiusage.domain.usage.Label;
import org.jspecify.annotations.Nullable;

/** Labels from texts that someone else wrote, and that may hold what no label can. */
final class Labels {

    private static final int REPLACEMENT = 0xFFFD;

    private Labels() {}

    static Label of(@Nullable String text) {
        return text == null ? Label.NONE : Label.of(clean(text));
    }

    /** The project that is worked on in this directory: its own name, whichever system it is on. */
    static Label project(@Nullable String directory) {
        return directory == null ? Label.NONE : of(lastElement(directory));
    }

    /** What follows the last separator, those at the end left out. */
    static String lastElement(String path) {
        var end = path.length();
        while (end > 0 && isSeparator(path.charAt(end - 1))) {
            end--;
        }
        var start = end;
        while (start > 0 && !isSeparator(path.charAt(start - 1))) {
            start--;
        }
        return path.substring(start, end);
    }

    private static boolean isSeparator(char character) {
        return character == '/' || character == '\\';
    }

    private static String clean(String text) {
        if (text.chars().noneMatch(character -> character == 0 || Character.isSurrogate((char) character))) {
            return text;
        }
        return text.codePoints()
                .map(point -> isText(point) ? point : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isText(int point) {
        return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }
}
