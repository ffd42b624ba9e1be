package dev.aiusage.application.screenshots;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of pictures that are taken, told by how they begin. */
public enum PictureKind {
    PNG("image/png", PngSize::of, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
    JPEG("image/jpeg", JpegSize::of, 0xFF, 0xD8, 0xFF),
    WEBP("image/webp", WebpSize::of, 'R', 'I', 'F', 'F', -1, -1, -1, -1, 'W', 'E', 'B', 'P');

    private final String mediaType;
    private final Function<PictureBytes, Optional<PictureSize>> size;
    private final int[] beginning;

    /** @param beginning bytes, of which any will do where a number is negative */
    PictureKind(String mediaType, Function<PictureBytes, Optional<PictureSize>> size, int... beginning) {
        this.mediaType = mediaType;
        this.size = size;
        this.beginning = beginning;
    }

    public String mediaType() {
        return mediaType;
    }

    static Optional<PictureKind> of(PictureBytes bytes) {
        return Arrays.stream(values()).filter(kind -> kind.begins(bytes)).findFirst();
    }

    /** Empty where the picture breaks off before it tells. */
    Optional<PictureSize> size(PictureBytes bytes) {
        return size.apply(bytes);
    }

    private boolean begins(PictureBytes bytes) {
        for (var index = 0; index < beginning.length; index++) {
            if (beginning[index] >= 0 && bytes.at(index) != beginning[index]) {
                return false;
            }
        }
        return true;
    }
}
