package dev.aiusage.domain.usage;

/** Text order by code points, which {@link String#compareTo} is not for characters beyond U+FFFF. */
final class CodePointOrder {

    private CodePointOrder() {}

    static int compare(String left, String right) {
        var length = Math.min(left.length(), right.length());
        for (var i = 0; i < length; i++) {
            var a = left.charAt(i);
            var b = right.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
