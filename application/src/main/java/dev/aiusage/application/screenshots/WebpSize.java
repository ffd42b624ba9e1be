package dev.aiusage.application.screenshots;

import java.util.Optional;

/** The size in the first chunk, which is of one of three kinds. */
final class WebpSize {

    private static final int CHUNK = 12;
    private static final int CONTENT = 20;
    private static final int FOURTEEN_BITS = 0x3FFF;

    private WebpSize() {}

    static Optional<PictureSize> of(PictureBytes bytes) {
        if (bytes.has(CHUNK, "VP8 ")) {
            return lossy(bytes);
        }
        if (bytes.has(CHUNK, "VP8L")) {
            return lossless(bytes);
        }
        return bytes.has(CHUNK, "VP8X") ? extended(bytes) : Optional.empty();
    }

    private static Optional<PictureSize> lossy(PictureBytes bytes) {
        var width = bytes.littleEndian(CONTENT + 6, 2);
        var height = bytes.littleEndian(CONTENT + 8, 2);
        return width < 0 || height < 0
                ? Optional.empty()
                : PictureSize.ofAtLeastOne(width & FOURTEEN_BITS, height & FOURTEEN_BITS);
    }

    private static Optional<PictureSize> lossless(PictureBytes bytes) {
        var packed = bytes.littleEndian(CONTENT + 1, 4);
        return packed < 0
                ? Optional.empty()
                : PictureSize.ofAtLeastOne((packed & FOURTEEN_BITS) + 1, ((packed >> 14) & FOURTEEN_BITS) + 1);
    }

    private static Optional<PictureSize> extended(PictureBytes bytes) {
        var width = bytes.littleEndian(CONTENT + 4, 3);
        var height = bytes.littleEndian(CONTENT + 7, 3);
        return width < 0 || height < 0 ? Optional.empty() : PictureSize.ofAtLeastOne(width + 1, height + 1);
    }
}
