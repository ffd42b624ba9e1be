package dev.aiusage.providers.files;

import java.nio.charset.StandardCharsets;

/** A part of a buffer that holds one line. */
final class LineBytes {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] buffer;
    private final int start;
    private final int length;

    LineBytes(byte[] buffer, int start, int length) {
        this.buffer = buffer;
        this.start = start;
        this.length = length;
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return length;
    }

    /** Without a byte order mark, which joined files have in their middle too, and without white space at both ends. */
    LineBytes trimmed() {
        var from = beginsWithMark() ? start + BYTE_ORDER_MARK.length : start;
        var to = start + length;
        while (from < to && isBlank(buffer[from])) {
            from++;
        }
        while (from < to && isBlank(buffer[to - 1])) {
            to--;
        }
        return new LineBytes(buffer, from, to - from);
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** Each byte as one character, so that different bytes are different texts. */
    String asText() {
        return new String(buffer, start, length, StandardCharsets.ISO_8859_1);
    }

    private boolean beginsWithMark() {
        return length >= BYTE_ORDER_MARK.length
                && buffer[start] == BYTE_ORDER_MARK[0]
                && buffer[start + 1] == BYTE_ORDER_MARK[1]
                && buffer[start + 2] == BYTE_ORDER_MARK[2];
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\t' || character == '\r';
    }
}
