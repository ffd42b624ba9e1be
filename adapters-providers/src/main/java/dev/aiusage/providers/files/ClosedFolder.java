package dev.aiusage.providers.files;

import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.application.scanning.LogFile;
import dev.aiusage.application.scanning.LogFileId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** A folder of logs that can't be entered, told like a file that can't be read: what lies in it is missing from every number. */
record ClosedFolder(LogTree.Closed folder, String machine, UsageReader reader) implements LogFile {

    @Override
    public LogFileId id() {
        return LogFileIds.of(machine, folder.directory());
    }

    @Override
    public String name() {
        return folder.name();
    }

    @Override
    public long size() {
        return 0;
    }

    @Override
    public Instant modifiedAt() {
        return Instant.EPOCH;
    }

    @Override
    public InputStream openAt(long offset) throws IOException {
        throw folder.why();
    }
}
