package dev.aiusage.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.aiusage.domain.integration.IntegrationStatus;
import dev.aiusage.domain.integration.SyncStatus;
import dev.aiusage.server.settings.Setting;
import dev.aiusage.testing.FakeAnthropic;
import dev.aiusage.testing.Program;
import dev.aiusage.testing.RunningProgram;
import dev.aiusage.testing.Transcript;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README says is true, because it is tried here. */
class ReadmeTest {

    private static final Readme README = Readme.read();
    private static final String JAR = "java -jar bootstrap/target/ai-usage.jar";
    private static final String SERVICE = "http://localhost:3001";
    private static final Set<String> VARIABLES_OF_OTHERS =
            Set.of("CLAUDE_CONFIG_DIR", "CODEX_HOME", "AI_USAGE_PUSH_TOKEN");
    private static final Pattern PREFIXES_OF_OTHERS = Pattern.compile("(?:OTEL|CLAUDE_CODE|GEMINI|COPILOT)_.*");
    private static final Pattern VARIABLE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b");
    private static final Pattern SETTING = Pattern.compile("`([A-Z_]{4,})`");
    private static final Pattern TOOL = Pattern.compile("`([a-z_]+)`");
    private static final Pattern ADDRESS = Pattern.compile("<(" + SERVICE + "[^>]*)>");
    private static final Pattern LOCAL_LINK = Pattern.compile("\\]\\((?!http)([^)]+)\\)");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    @TempDir
    private static Path directory;

    private static FakeAnthropic anthropic;
    private static RunningProgram service;

    @BeforeAll
    static void start_the_service() throws Exception {
        anthropic = new FakeAnthropic();
        service = Program.in(directory)
                .with("STORAGE", "memory")
                .with("ANTHROPIC_BASE_URL", anthropic.address().toString())
                .with("SCAN_LOCAL_LOGS", "false")
                .serve();
    }

    @AfterAll
    static void stop_it() {
        service.close();
        anthropic.close();
    }

    @Test
    void it_begins_with_the_two_commands_and_the_build_machine_runs_the_second() {
        assertThat(README.blocks("sh").subList(0, 2))
                .containsExactly("mvn -q -DskipTests package && " + JAR, "mvn verify");
        assertThat(Readme.file(".ci/run").lines())
                .filteredOn(line -> line.startsWith("mvn "))
                .containsExactly("mvn -B --no-transfer-progress verify");
    }

    static List<String> programs() {
        return README.commands().stream().filter(line -> line.contains(JAR)).toList();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void every_command_of_the_program_exists(String command) {
        // Where the system's language knows ASCII only, no name of a file has it.
        var plain = command.replace("…", "");
        var arguments = Readme.words(plain.substring(plain.indexOf(JAR) + JAR.length()));

        assertThatCode(() -> Commands.parse(arguments.toArray(String[]::new))).doesNotThrowAnyException();
    }

    @Test
    void every_setting_that_its_commands_name_exists() {
        var named = README.commands().stream()
                .flatMap(code -> Readme.matches(VARIABLE, code))
                .map(name -> name.group())
                .filter(name -> !VARIABLES_OF_OTHERS.contains(name))
                .filter(name -> !PREFIXES_OF_OTHERS.matcher(name).matches())
                .distinct()
                .toList();

        assertThat(named)
                .isNotEmpty()
                .isSubsetOf(Stream.of(Setting.values()).map(Setting::name).toList());
    }

    @Test
    void its_table_of_settings_has_all_of_them() {
        var listed = README.section("For an operator")
                .text()
                .lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(row -> Readme.matches(SETTING, row))
                .map(name -> name.group(1))
                .toList();

        assertThat(listed)
                .containsOnlyOnceElementsOf(
                        Stream.of(Setting.values()).map(Setting::name).toList());
    }

    @Test
    void its_tables_of_vendors_and_statuses_have_all_of_them() {
        var cells = README.section("For a team lead").firstCells();

        assertThat(cells)
                .containsAll(Stream.of(IntegrationStatus.values())
                        .map(IntegrationStatus::slug)
                        .toList());
        assertThat(cells.stream().flatMap(cell -> Readme.matches(TOOL, cell)).map(tool -> tool.group(1)))
                .containsExactlyInAnyOrder("claude_code", "anthropic_api", "github_copilot", "cursor", "openai");
        assertThat(README.section("For a team lead").inline())
                .containsAll(
                        Stream.of(SyncStatus.values()).map(SyncStatus::slug).toList());
    }

    static List<String> curls() {
        return README.commands().stream()
                .filter(line -> line.startsWith("curl "))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("curls")
    void every_call_of_the_service_is_answered(String command) throws Exception {
        var words = Readme.words(command);
        var url = words.stream()
                .filter(word -> word.startsWith("http"))
                .findFirst()
                .orElseThrow();
        var request = HttpRequest.newBuilder(here(url));
        if (words.contains("-X")) {
            request.method(after("-X", words), BodyPublishers.noBody());
        }
        if (words.contains("-d")) {
            var header = after("-H", words).split(": ", 2);
            request.header(header[0], header[1]).POST(BodyPublishers.ofString(after("-d", words)));
        }
        if (words.contains("--data-binary")) {
            var file = after("--data-binary", words);
            assertThat(file).startsWith("@");
            var log = directory.resolve(file.substring(1));
            Files.writeString(log, Transcript.recent("readme", 2).text());
            request.POST(BodyPublishers.ofFile(log));
        }

        var answer = service.send(request);

        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    }

    private static String after(String option, List<String> words) {
        return words.get(words.indexOf(option) + 1);
    }

    static List<String> addresses() {
        return Readme.matches(ADDRESS, README.text())
                .map(address -> address.group(1))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void every_address_of_the_service_is_answered(String url) throws Exception {
        assertThat(service.send(HttpRequest.newBuilder(here(url))).statusCode()).isEqualTo(200);
    }

    private static URI here(String url) {
        assertThat(url).startsWith(SERVICE);
        return service.address().resolve(url.equals(SERVICE) ? "/" : url.substring(SERVICE.length()));
    }

    @Test
    void its_example_in_java_compiles(@TempDir Path output) throws Exception {
        assertThat(README.blocks("java"))
                .isNotEmpty()
                .allSatisfy(snippet ->
                        assertThat(JavaSnippet.complaints(snippet, output)).isEmpty());
    }

    @Test
    void its_map_shows_the_modules_that_there_are_and_its_pictures_are_there() {
        var modules = Readme.matches(MODULE, Readme.file("pom.xml"))
                .map(module -> module.group(1))
                .toList();

        assertThat(README.section("How it is built").firstCells())
                .filteredOn(cell -> cell.startsWith("`"))
                .extracting(cell -> cell.replace("`", ""))
                .containsExactlyInAnyOrderElementsOf(modules);
        assertThat(Readme.matches(LOCAL_LINK, README.text()).map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(Readme.PROJECT.resolve(path)).exists());
        assertThat(Readme.file("bootstrap/pom.xml")).contains("<artifactId>ai-usage</artifactId>");
    }
}
