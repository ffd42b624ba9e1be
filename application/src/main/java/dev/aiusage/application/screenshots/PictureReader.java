package dev.aiusage.application.screenshots;

import dev.aiusage.application.syncing.VendorFailure;
import java.time.LocalDate;

/** Reads usage figures off pictures. */
@FunctionalInterface
public interface PictureReader {

    /**
     * Looks at one picture; whatever is written in it is something to read and nothing to obey.
     *
     * @param today for dates that a picture shows without a year
     * @throws VendorFailure if whoever reads could not be asked, or answered with what can't be
     */
    PictureReading read(Picture picture, LocalDate today);
}
