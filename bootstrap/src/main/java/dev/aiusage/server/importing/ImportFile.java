package dev.aiusage.server.importing;

import dev.aiusage.application.importing.UsageFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** A file to import, as it lies on disk. */
public record ImportFile(Path path, long bytes, Origin origin) {

    /** Whether somebody named this very file, or it was found in a folder, where other things lie as well. */
    public enum Origin {
        NAMED,
        FOUND
    }

    public String name() {
        return path.toString();
    }

    /** The file, telling how many bytes were read since it last told. */
    public UsageFile counted(LongConsumer bytesRead) {
        return new UsageFile() {
            @Override
            public String name() {
                return path.toString();
            }

            @Override
            public InputStream open() throws IOException {
                return new CountingStream(Files.newInputStream(path), bytesRead);
            }
        };
    }

    private static final class CountingStream extends FilterInputStream {

        private final LongConsumer bytesRead;

        CountingStream(InputStream in, LongConsumer bytesRead) {
            super(in);
            this.bytesRead = bytesRead;
        }

        @Override
        public int read() throws IOException {
            var next = super.read();
            if (next >= 0) {
                bytesRead.accept(1);
            }
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = super.read(target, offset, length);
            if (read > 0) {
                bytesRead.accept(read);
            }
            return read;
        }

        /** Java finds out how much is left by seeking, which a pipe refuses. */
        @Override
        public int available() {
            return 0;
        }
    }
}
