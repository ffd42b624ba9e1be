package dev.aiusage.http;

import dev.aiusage.application.importing.UnpackedStream;
import dev.aiusage.application.importing.UsageFile;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of which the unpacked bytes are counted, and limited. Nothing is read before it is opened: a client that waits to be
 * told to go on need not send what is refused.
 */
final class CountedFile implements UsageFile {

    private final UploadedFile upload;
    private final long limit;
    private final long namedLimit;
    private @Nullable LimitedStream opened;

    CountedFile(UploadedFile upload, long limit, long namedLimit) {
        this.upload = upload;
        this.limit = limit;
        this.namedLimit = namedLimit;
    }

    @Override
    public String name() {
        return upload.name();
    }

    @Override
    public InputStream open() throws IOException {
        opened = new LimitedStream(UnpackedStream.of(upload.bytes(), Long.MAX_VALUE), limit, namedLimit);
        return opened;
    }

    long count() {
        return opened == null ? 0 : opened.count();
    }
}
