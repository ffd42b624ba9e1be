package dev.aiusage.http;

import java.io.IOException;
import java.util.Optional;

/** The files of an upload, one after the other as they arrive. */
interface UploadedFiles {

    /** The next one; what was not read of the one before is passed over. */
    Optional<UploadedFile> next() throws IOException;
}
