package dev.aiusage.application.scanning;

import dev.aiusage.application.importing.UsageReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** A log file of a coding tool on this machine, as it was when it was found. */
public interface LogFile {

    /** Names the file among all of this machine's, and stays the same from scan to scan. */
    LogFileId id();

    /** What to call it in messages. */
    String name();

    long size();

    Instant modifiedAt();

    UsageReader reader();

    /** The unpacked bytes from an offset on; nothing if the file ends before it. */
    InputStream openAt(long offset) throws IOException;
}
