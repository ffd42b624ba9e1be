package dev.aiusage.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.testing.Program;
import dev.aiusage.testing.UserToken;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever can't be is told in one line that names it, with the status of the process. */
class WrongUseTest {

    @TempDir
    private Path directory;

    private Program program;

    @BeforeEach
    void make_a_program() throws Exception {
        program = Program.in(directory);
    }

    @ParameterizedTest
    @CsvSource({
        "2, --prot, --prot 4000",
        "2, PORT, --port abc",
        "2, HOST, --host 0.0.0.0",
        "2, PATH, import",
        "2, nowhere.jsonl, import nowhere.jsonl",
        "2, memory, import --storage memory .",
        "2, --format, import --format x-y .",
        "2, DATABASE_URL, migrate --database-url mysql://secret@host/db",
        "1, 127.0.0.1:1, --database-url postgresql://ada:secret@127.0.0.1:1/db",
        "2, MOCK_DATA_FILE nowhere.json, --use-mock-data true --mock-data-file nowhere.json"
    })
    void one_line_names_what_is_wrong(int status, String named, String arguments) throws Exception {
        var ended = program.run(arguments.split(" "));

        assertThat(ended.status()).as(ended.errors()).isEqualTo(status);
        assertThat(ended.complaints())
                .singleElement()
                .asString()
                .contains(named)
                .doesNotContain("secret");
        assertThat(ended.output()).isEmpty();
        assertThat(program.home()).doesNotExist();
    }

    @Test
    void a_bad_variable_is_named_like_a_bad_option() throws Exception {
        var ended = program.with("SCAN_LOCAL_LOGS", "perhaps").run();

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.complaints()).singleElement().asString().contains("SCAN_LOCAL_LOGS", "perhaps");
    }

    @Test
    void users_with_logins_need_an_encryption_key_and_the_line_says_how_to_make_one() throws Exception {
        var ended = program.with("AUTH_JWT_SECRET", UserToken.SECRET).run("--storage", "memory");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.complaints()).singleElement().asString().contains("ENCRYPTION_KEY", "openssl rand -base64 32");
    }

    @Test
    void broken_demo_data_is_told_by_file_and_place() throws Exception {
        var file = Files.writeString(directory.resolve("broken.json"), "{\"tools\": [{\"tool_name\": 5}]}");

        var ended = program.with("USE_MOCK_DATA", "true")
                .with("MOCK_DATA_FILE", file.toString())
                .run("--port", "0");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.complaints())
                .singleElement()
                .asString()
                .contains("MOCK_DATA_FILE", "broken.json", "tools[0].tool_name");
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());

            var ended = program.run("--storage", "memory", "--port", port);

            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.complaints()).singleElement().asString().contains(port);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--help, --database-url",
        "import --help, --format",
        "migrate --help, --database-schema",
        "--version, ai-usage"
    })
    void help_and_version_are_printed_and_fine(String arguments, String expected) throws Exception {
        var ended = program.run(arguments.split(" "));

        assertThat(ended.status()).isZero();
        assertThat(ended.output()).contains(expected);
        assertThat(ended.errors()).isEmpty();
    }
}
