package dev.aiusage.application.screenshots;

import java.util.Optional;

/** Pixels from side to side and from top to bottom. */
record PictureSize(long width, long height) {

    static Optional<PictureSize> ofAtLeastOne(long width, long height) {
        return width > 0 && height > 0 ? Optional.of(new PictureSize(width, height)) : Optional.empty();
    }

    boolean fitsInto(long side) {
        return width <= side && height <= side;
    }

    @Override
    public String toString() {
        return width + " × " + height;
    }
}
