package dev.aiusage.application.screenshots;

import java.util.Optional;

/** The size in the header chunk, which is always the first. */
final class PngSize {

    private PngSize() {}

    static Optional<PictureSize> of(PictureBytes bytes) {
        return bytes.has(12, "IHDR")
                ? PictureSize.ofAtLeastOne(bytes.bigEndian(16, 4), bytes.bigEndian(20, 4))
                : Optional.empty();
    }
}
