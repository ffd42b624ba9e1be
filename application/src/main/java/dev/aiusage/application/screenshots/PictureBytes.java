package dev.aiusage.application.screenshots;

import java.nio.charset.StandardCharsets;

/** The bytes of a picture, which may break off anywhere: what lies beyond the end is -1, and so is every number that has it. */
final class PictureBytes {

    private final byte[] bytes;

    PictureBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    int at(int index) {
        return index >= 0 && index < bytes.length ? bytes[index] & 0xFF : -1;
    }

    boolean has(int index, String ascii) {
        for (var offset = 0; offset < ascii.length(); offset++) {
            if (at(index + offset) != ascii.getBytes(StandardCharsets.US_ASCII)[offset]) {
                return false;
            }
        }
        return true;
    }

    /** The first byte is the highest. */
    long bigEndian(int index, int length) {
        long number = 0;
        for (var offset = 0; offset < length; offset++) {
            var next = at(index + offset);
            if (next < 0) {
                return -1;
            }
            number = (number << 8) | next;
        }
        return number;
    }

    /** The last byte is the highest. */
    long littleEndian(int index, int length) {
        long number = 0;
        for (var offset = length - 1; offset >= 0; offset--) {
            var next = at(index + offset);
            if (next < 0) {
                return -1;
            }
            number = (number << 8) | next;
        }
        return number;
    }
}
