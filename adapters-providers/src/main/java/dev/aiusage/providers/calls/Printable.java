package dev.aiusage.providers.calls;

/** Texts of vendors, made fit to be shown and logged. */
final class Printable {

    private Printable() {}

    static String of(String text, int maxLength) {
        var cut = text.length() <= maxLength ? text : text.substring(0, maxLength) + "…";
        return cut.codePoints()
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
