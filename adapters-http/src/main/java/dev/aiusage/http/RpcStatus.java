package dev.aiusage.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A refusal as OTLP wants it in its binary encoding: a google.rpc.Status, of which clients read nothing but the message. */
final class RpcStatus {

    /** Field 2, of a length and so many bytes. */
    private static final int MESSAGE = 0x12;

    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE_FOLLOW = 0x80;

    private RpcStatus() {}

    static byte[] of(Problem problem) {
        var text = (problem.title() + ": " + problem.detail()).getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        bytes.write(MESSAGE);
        var length = text.length;
        while (length > SEVEN_BITS) {
            bytes.write((length & SEVEN_BITS) | MORE_FOLLOW);
            length >>>= 7;
        }
        bytes.write(length);
        bytes.writeBytes(text);
        return bytes.toByteArray();
    }
}
