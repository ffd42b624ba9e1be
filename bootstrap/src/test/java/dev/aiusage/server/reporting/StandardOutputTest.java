package dev.aiusage.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.server.StartRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class StandardOutputTest {

    @Test
    void names_are_written_whole_in_utf_8() {
        var written = new ByteArrayOutputStream();

        StandardOutput.print("Läden".repeat(10_000), written);

        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("Läden".repeat(10_000));
    }

    @Test
    void a_report_that_is_cut_fails_with_the_reason() {
        var refused =
                catchThrowableOfType(StartRefused.class, () -> StandardOutput.print("{\"daily\": []}", new FullDisk()));

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused).hasMessage("Standard output can't be written to: No space left on device");
    }

    private static final class FullDisk extends OutputStream {

        @Override
        public void write(int next) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
