package dev.aiusage.application.screenshots;

import java.util.UUID;

/** The identity of what was read off one picture. */
public record ScreenshotId(UUID value) {

    public static ScreenshotId random() {
        return new ScreenshotId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
