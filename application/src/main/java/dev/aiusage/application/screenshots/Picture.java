package dev.aiusage.application.screenshots;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.RequestRejected.InvalidField;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A picture that a vision model takes: of a kind that it knows, and not too large. */
public final class Picture {

    /** Ten million characters once it is written in base64, which is what Anthropic takes of one picture. */
    public static final int MAX_BYTES = 7_500_000;

    /** In each direction. */
    public static final int MAX_PIXELS = 8_000;

    private static final String FIELD = "file";

    private final PictureKind kind;
    private final byte[] bytes;

    private Picture(PictureKind kind, byte[] bytes) {
        this.kind = kind;
        this.bytes = bytes;
    }

    /**
     * Looks at what the bytes are, whatever anybody says that they are.
     *
     * @throws RequestRejected.UnsupportedType if they are no PNG, JPEG or WebP
     * @throws RequestRejected.TooLarge for more than {@link #MAX_BYTES}
     * @throws RequestRejected.InvalidField for no bytes, for a picture that breaks off in its first lines, or for more than
     *     {@link #MAX_PIXELS} in a direction
     */
    public static Picture of(byte[] given) {
        if (given.length == 0) {
            throw new InvalidField(FIELD, "is empty");
        }
        if (given.length > MAX_BYTES) {
            throw new RequestRejected.TooLarge(MAX_BYTES);
        }
        var bytes = new PictureBytes(given);
        var kind = PictureKind.of(bytes)
                .orElseThrow(() -> new RequestRejected.UnsupportedType("A screenshot has to be a PNG, JPEG or WebP."));
        var size = kind.size(bytes)
                .orElseThrow(() -> new InvalidField(FIELD, "is broken: it does not tell the size of its picture"));
        if (!size.fitsInto(MAX_PIXELS)) {
            throw new InvalidField(
                    FIELD, "has " + size + " pixels; at most " + MAX_PIXELS + " × " + MAX_PIXELS + " can be read");
        }
        return new Picture(kind, given.clone());
    }

    public PictureKind kind() {
        return kind;
    }

    /** How many bytes it has. */
    public int length() {
        return bytes.length;
    }

    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
