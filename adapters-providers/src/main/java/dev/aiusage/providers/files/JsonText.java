package dev.aiusage.providers.files;

/**
 * A string of a JSON text that has been checked, read where it stands: of contents, which may be many megabytes, only the
 * beginning or the number of lines is wanted. Characters beyond ASCII come as their single bytes.
 */
final class JsonText {

    private final byte[] buffer;
    private final int quote;

    /** Of a string that begins with a quotation mark at this place. */
    JsonText(byte[] buffer, int quote) {
        this.buffer = buffer;
        this.quote = quote;
    }

    /** How many lines it has; a last line may or may not end in a line break. */
    long lines() {
        var cursor = new Cursor();
        var lines = 0L;
        var last = (int) '\n';
        for (var next = cursor.next(); next != Cursor.END; next = cursor.next()) {
            if (next == '\n') {
                lines++;
            }
            last = next;
        }
        return last == '\n' ? lines : lines + 1;
    }

    boolean startsWith(String ascii) {
        var cursor = new Cursor();
        return ascii.chars().allMatch(expected -> cursor.next() == expected);
    }

    private final class Cursor {

        static final int END = -1;

        private int at = quote + 1;

        int next() {
            var character = following();
            if (character == '"') {
                return END;
            }
            return character == '\\' ? escaped() : character & 0xFF;
        }

        /** A line that is cut off may end the buffer within the string; it is rejected later. */
        private byte following() {
            return at < buffer.length ? buffer[at++] : (byte) '"';
        }

        private int escaped() {
            var letter = following();
            if (letter == 'u') {
                var code = 0;
                for (var i = 0; i < 4; i++) {
                    code = code * 16 + Character.digit(following(), 16);
                }
                return code;
            }
            return switch (letter) {
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'b' -> '\b';
                case 'f' -> '\f';
                default -> letter;
            };
        }
    }
}
