package dev.aiusage.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchiveTest {

    @TempDir
    Path directory;

    @Test
    void programs_stay_executable_and_links_stay_links() throws IOException {
        var program = new TarArchiveEntry("bin/program");
        program.setMode(0755);
        var link = new TarArchiveEntry("bin/link", TarConstants.LF_SYMLINK);
        link.setLinkName("program");

        Archive.unpack(archiveOf(program, link, new TarArchiveEntry("share/text")), directory);

        assertThat(directory.resolve("bin/program")).isExecutable().hasContent("content");
        assertThat(directory.resolve("bin/link")).isSymbolicLink().hasContent("content");
        assertThat(directory.resolve("share/text")).isRegularFile().hasContent("content");
    }

    @Test
    void nothing_is_written_outside_the_folder() throws IOException {
        Path inner = directory.resolve("inner");
        InputStream archive = archiveOf(new TarArchiveEntry("../escaped"));

        assertThatThrownBy(() -> Archive.unpack(archive, inner))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("../escaped");
        assertThat(directory).isEmptyDirectory();
    }

    private static InputStream archiveOf(TarArchiveEntry... entries) throws IOException {
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
            for (TarArchiveEntry entry : entries) {
                if (entry.isFile()) {
                    entry.setSize(content.length);
                }
                tar.putArchiveEntry(entry);
                if (entry.isFile()) {
                    tar.write(content);
                }
                tar.closeArchiveEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
