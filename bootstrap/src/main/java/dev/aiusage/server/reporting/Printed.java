package dev.aiusage.server.reporting;

/** Text as a terminal shows it: how many columns it takes, and cut to some of them. */
final class Printed {

    private static final String CUT = "…";

    private Printed() {}

    /** Names stand in logs that somebody else may have written: what would steer a terminal is shown as a sign for it. */
    static String harmless(String text) {
        return text.replaceAll("\\p{C}", "\uFFFD");
    }

    static int width(String text) {
        return text.codePoints().map(Printed::width).sum();
    }

    static String cutTo(int columns, String text) {
        if (width(text) <= columns) {
            return text;
        }
        var kept = new StringBuilder();
        var left = columns - 1;
        for (var point : text.codePoints().toArray()) {
            left -= width(point);
            if (left < 0) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept + CUT;
    }

    private static int width(int point) {
        var type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    /** Chinese, Japanese, Korean, their full-width signs, and pictures. */
    private static boolean isWide(int point) {
        return (point >= 0x1100 && point <= 0x115F)
                || (point >= 0x2E80 && point <= 0xA4CF && point != 0x303F)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFE30 && point <= 0xFE6F)
                || (point >= 0xFF00 && point <= 0xFF60)
                || (point >= 0xFFE0 && point <= 0xFFE6)
                || (point >= 0x1F300 && point <= 0x1FAFF)
                || (point >= 0x20000 && point <= 0x3FFFD);
    }
}
