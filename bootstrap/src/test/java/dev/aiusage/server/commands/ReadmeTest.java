package dev.aiusage.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.aiusage.server.settings.Setting;
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
    private static final Set<String> VARIABLES_OF_OTHERS = Set.of("CLAUDE_CONFIG_DIR", "CODEX_HOME");
    private static final Pattern VARIABLE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b");
    private static final Pattern ADDRESS = Pattern.compile("<(" + SERVICE + "[^>]*)>");
    private static final Pattern LOCAL_LINK = Pattern.compile("\\]\\((?!http)([^)]+)\\)");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    @TempDir
    private static Path directory;

    private static RunningProgram service;

    @BeforeAll
    static void start_the_service() throws Exception {
        service = Program.in(directory)
                .with("STORAGE", "memory")
                .with("SCAN_LOCAL_LOGS", "false")
                .serve();
    }

    @AfterAll
    static void stop_it() {
        service.close();
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
        var arguments = Readme.words(command.substring(command.indexOf(JAR) + JAR.length()));

        assertThatCode(() -> Commands.parse(arguments.toArray(String[]::new))).doesNotThrowAnyException();
    }

    @Test
    void every_setting_it_names_exists() {
        var named = README.commands().stream()
                .flatMap(code -> Readme.matches(VARIABLE, code))
                .map(name -> name.group())
                .filter(name -> !VARIABLES_OF_OTHERS.contains(name))
                .distinct()
                .toList();

        assertThat(named)
                .isNotEmpty()
                .isSubsetOf(Stream.of(Setting.values()).map(Setting::name).toList());
    }

    static List<String> curls() {
        return README.commands().stream()
                .filter(line -> line.startsWith("curl "))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("curls")
    void every_example_for_a_frontend_is_answered(String command) throws Exception {
        var words = Readme.words(command);
        var url = words.get(words.size() - 1);
        var request = HttpRequest.newBuilder(here(url));
        if (words.contains("--data-binary")) {
            var file = words.get(words.indexOf("--data-binary") + 1);
            assertThat(file).startsWith("@");
            var log = directory.resolve(file.substring(1));
            Files.writeString(log, Transcript.recent("readme", 2).text());
            request.POST(BodyPublishers.ofFile(log));
        }

        var answer = service.send(request);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
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

        assertThat(README.text()
                        .lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.substring(3, line.indexOf('`', 3))))
                .containsExactlyInAnyOrderElementsOf(modules);
        assertThat(Readme.matches(LOCAL_LINK, README.text()).map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(Readme.PROJECT.resolve(path)).exists());
        assertThat(Readme.file("bootstrap/pom.xml")).contains("<artifactId>ai-usage</artifactId>");
    }
}
