package dev.aiusage.providers.files;

import dev.aiusage.application.importing.UnpackedStream;
import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.application.scanning.LogFile;
import dev.aiusage.application.scanning.LogFileId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.time.Instant;

/** A log file that was found. Of a packed one the whole must be unpacked to go on in it; such files seldom grow. */
final class LogFileOnDisk implements LogFile {

    private final LogTree.Found found;
    private final LogFileId id;
    private final UsageReader reader;

    LogFileOnDisk(LogTree.Found found, String machine, UsageReader reader) {
        this.found = found;
        this.id = LogFileIds.of(machine, found.realPath());
        this.reader = reader;
    }

    @Override
    public LogFileId id() {
        return id;
    }

    @Override
    public String name() {
        return found.name();
    }

    @Override
    public long size() {
        return found.size();
    }

    @Override
    public Instant modifiedAt() {
        return found.modifiedAt();
    }

    @Override
    public UsageReader reader() {
        return reader;
    }

    @Override
    public InputStream openAt(long offset) throws IOException {
        return found.name().endsWith(".gz") ? unpackedAt(offset) : plainAt(offset);
    }

    private InputStream plainAt(long offset) throws IOException {
        var channel = FileChannel.open(found.realPath());
        try {
            return Channels.newInputStream(channel.position(offset));
        } catch (IOException | RuntimeException notThere) {
            channel.close();
            throw notThere;
        }
    }

    private InputStream unpackedAt(long offset) throws IOException {
        var raw = Files.newInputStream(found.realPath());
        try {
            var unpacked = UnpackedStream.of(raw, Long.MAX_VALUE);
            skip(offset, unpacked);
            return unpacked;
        } catch (IOException | RuntimeException notThere) {
            raw.close();
            throw notThere;
        }
    }

    private static void skip(long bytes, InputStream in) throws IOException {
        for (var left = bytes; left > 0; ) {
            var skipped = in.skip(left);
            if (skipped == 0 && in.read() < 0) {
                return;
            }
            left -= Math.max(1, skipped);
        }
    }
}
