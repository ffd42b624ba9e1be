package dev.aiusage.application.screenshots;

import java.util.Optional;
import java.util.Set;

/** The size in the first frame header, which stands behind any number of other segments. */
final class JpegSize {

    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;

    /** Tables whose markers lie among those of frames. */
    private static final Set<Integer> NO_FRAMES = Set.of(0xC4, 0xC8, 0xCC);

    private JpegSize() {}

    static Optional<PictureSize> of(PictureBytes bytes) {
        var place = 2;
        while (bytes.at(place) == 0xFF) {
            var marker = bytes.at(place + 1);
            if (marker == 0xFF) {
                place++;
                continue;
            }
            if (marker >= FIRST_FRAME && marker <= LAST_FRAME && !NO_FRAMES.contains(marker)) {
                return PictureSize.ofAtLeastOne(bytes.bigEndian(place + 7, 2), bytes.bigEndian(place + 5, 2));
            }
            var length = bytes.bigEndian(place + 2, 2);
            if (length < 2) {
                return Optional.empty();
            }
            place += 2 + (int) length;
        }
        return Optional.empty();
    }
}
