package dev.aiusage.domain.usage;

/** The name of a model, project, language or member. {@link #NONE} where there is none; at most 200 code points. */
public record Label(String text) implements Comparable<Label> {

    public static final Label NONE = new Label("");

    private static final int MAX_CODE_POINTS = 200;
    private static final int REPLACEMENT = 0xFFFD;

    /** Refuses NUL, which no database text can hold, and lone surrogates, which are no text. */
    public Label {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a label can't hold NUL");
        }
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException("a label can't hold half a character");
        }
        if (text.codePointCount(0, text.length()) > MAX_CODE_POINTS) {
            throw new IllegalArgumentException("a label has at most " + MAX_CODE_POINTS + " characters");
        }
    }

    /** The label that begins this text: what is longer than a label may be is cut. */
    public static Label of(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        var points = text.codePointCount(0, text.length());
        return new Label(
                points <= MAX_CODE_POINTS ? text : text.substring(0, text.offsetByCodePoints(0, MAX_CODE_POINTS)));
    }

    /** The label nearest to a text that somebody else wrote: what no label can hold is replaced, what is too long is cut. */
    public static Label legible(String text) {
        if (text.chars().noneMatch(character -> character == 0 || Character.isSurrogate((char) character))) {
            return of(text);
        }
        return of(text.codePoints()
                .map(point -> isText(point) ? point : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    public boolean isPresent() {
        return !text.isEmpty();
    }

    /** By code points, as the database orders. */
    @Override
    public int compareTo(Label other) {
        return CodePointOrder.compare(text, other.text);
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isText(int point) {
        return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }
}
