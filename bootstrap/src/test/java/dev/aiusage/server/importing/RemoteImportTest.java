package dev.aiusage.server.importing;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ImportHints;
import dev.aiusage.application.importing.UsageFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of files that can't be read here: the service that would take them is not to blame. */
final class RemoteImportTest {

    private final RemoteImport remote =
            new RemoteImport(URI.create("http://127.0.0.1:1"), 1_000, List.of(), ImportHints.NONE);

    @Test
    void a_file_that_may_not_be_read_is_told_as_without_a_service() {
        assertThatExceptionOfType(ImportFailed.class)
                .isThrownBy(() -> send(() -> {
                    throw new AccessDeniedException("/home/ada/locked");
                }))
                .withMessage("The file can't be read to its end: permission denied");
    }

    @Test
    void a_broken_gzip_is_told_as_without_a_service() {
        var head = new byte[] {0x1f, (byte) 0x8b, 8, 0, 0};

        assertThatExceptionOfType(ImportFailed.class)
                .isThrownBy(() -> send(() -> new ByteArrayInputStream(head)))
                .withMessage("The file can't be read to its end: the gzip ends too early");
    }

    private void send(Opening opening) {
        remote.importFile(
                new UsageFile() {
                    @Override
                    public String name() {
                        return "usage.jsonl";
                    }

                    @Override
                    public InputStream open() throws IOException {
                        return opening.open();
                    }
                },
                ImportFormat.AUTO);
    }

    private interface Opening {
        InputStream open() throws IOException;
    }
}
