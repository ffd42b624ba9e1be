package dev.aiusage.application.importing;

import java.io.IOException;
import java.io.InputStream;

/** A file (or an upload) as it came: perhaps packed, of any size, read once from its beginning to its end. */
public interface UsageFile {

    /** What to call it in messages. */
    String name();

    InputStream open() throws IOException;
}
