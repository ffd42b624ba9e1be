package dev.aiusage.application.screenshots;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The beginnings of pictures of each kind. */
final class Pictures {

    private Pictures() {}

    static byte[] png(int width, int height) {
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(ascii("IHDR"))
                .putInt(width)
                .putInt(height)
                .array();
    }

    /** With a comment, a filler and a table before the frame, as cameras and programs leave them. */
    static byte[] jpeg(int width, int height) {
        return ByteBuffer.allocate(64)
                .put(new byte[] {(byte) 0xFF, (byte) 0xD8})
                .put(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 4, 'h', 'i'})
                .put(new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xC4, 0, 3, 0})
                .put(new byte[] {(byte) 0xFF, (byte) 0xC2, 0, 17, 8})
                .putShort((short) height)
                .putShort((short) width)
                .array();
    }

    static byte[] lossyWebp(int width, int height) {
        return webp("VP8 ")
                .put(new byte[] {0, 0, 0, (byte) 0x9D, 1, 0x2A})
                .putShort((short) width)
                .putShort((short) height)
                .array();
    }

    static byte[] losslessWebp(int width, int height) {
        return webp("VP8L")
                .put((byte) 0x2F)
                .putInt((width - 1) | ((height - 1) << 14))
                .array();
    }

    static byte[] extendedWebp(int width, int height) {
        return webp("VP8X")
                .putInt(0)
                .put(threeBytes(width - 1))
                .put(threeBytes(height - 1))
                .array();
    }

    private static ByteBuffer webp(String chunk) {
        return ByteBuffer.allocate(30)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(22)
                .put(ascii("WEBP"))
                .put(ascii(chunk))
                .putInt(10);
    }

    private static byte[] threeBytes(int number) {
        return new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16)};
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
