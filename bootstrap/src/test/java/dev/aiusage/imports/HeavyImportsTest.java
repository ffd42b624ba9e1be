package dev.aiusage.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.testing.Jvm;
import dev.aiusage.testing.Patience;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeavyImportsTest {

    @Test
    void no_file_fills_a_heap_of_256_megabytes() throws Exception {
        var process = new ProcessBuilder(Jvm.command(HeavyImports.class.getName()))
                .redirectErrorStream(true)
                .start();
        var patience = Patience.with(process, Patience.LONGEST.multipliedBy(3));
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var status = process.waitFor();
        patience.end();

        assertThat(output).doesNotContain("WRONG", "OutOfMemoryError");
        assertThat(status).as(output).isZero();
        assertThat(output.lines().filter(line -> line.startsWith("done"))).hasSameSizeAs(SampleFile.all());
    }
}
