package dev.aiusage.server.pushing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.LogPlaces;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.server.embedded.Home;
import dev.aiusage.testing.Midnight;
import dev.aiusage.testing.Patience;
import dev.aiusage.testing.Program;
import dev.aiusage.testing.RunningProgram;
import dev.aiusage.testing.Transcript;
import dev.aiusage.testing.UserToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Laptops and one server with logins and a PostgreSQL. */
class PushTest {

    private static final String CODEX = """
            {"timestamp":"%1$s","type":"session_meta","payload":{"id":"s1","cwd":"/home/ada/code/shop"}}
            {"timestamp":"%1$s","type":"turn_context","payload":{"turn_id":"t1","model":"gpt-5"}}
            {"timestamp":"%1$s","type":"event_msg","payload":{"type":"token_count","info":{"total_token_usage":\
            {"input_tokens":1000,"cached_input_tokens":100,"output_tokens":10}}}}
            """;

    private static final String REQUEST = """
            {"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"claude-code"}}]},\
            "scopeLogs":[{"logRecords":[{"timeUnixNano":"%2$s000000","attributes":[\
            {"key":"event.name","value":{"stringValue":"api_request"}},\
            {"key":"request_id","value":{"stringValue":"%1$s"}},\
            {"key":"model","value":{"stringValue":"claude-opus-5-5"}},\
            {"key":"output_tokens","value":{"stringValue":"20"}}]}]}]}]}
            """;

    @TempDir
    private static Path directory;

    private static RunningProgram server;

    @TempDir
    private Path laptop;

    @TempDir
    private Path desktop;

    private Team team;

    @BeforeAll
    static void start_the_server() throws Exception {
        server = Program.settledIn(directory)
                .with("AUTH_JWT_SECRET", UserToken.SECRET)
                .with("ENCRYPTION_KEY", Base64.getEncoder().encodeToString(new byte[32]))
                .serve();
    }

    @BeforeEach
    void join_with_a_login_of_ones_own() {
        team = new Team(server);
    }

    @AfterAll
    static void stop_it() {
        server.close();
    }

    @Test
    void different_sessions_of_two_machines_add_up_and_the_same_machine_twice_does_not() throws Exception {
        var token = team.ingestToken();
        Transcript.recent("laptop-session", 30).writeUnder(laptop);
        Transcript.recent("desktop-session", 12).writeUnder(desktop);

        assertThat(push(laptop, "laptop", token).fresh()).isEqualTo(30);
        assertThat(push(desktop, "desktop", token).fresh()).isEqualTo(12);
        assertThat(push(laptop, "laptop", token).events()).isZero();
        forgetWhatWasDelivered(laptop);
        assertThat(push(laptop, "laptop", token).fresh()).isZero();

        assertThat(team.requests()).isEqualTo(42);
        assertThat(team.devices()).containsExactly("laptop", "desktop");
    }

    @Test
    void copied_sessions_count_once() throws Exception {
        var token = team.ingestToken();
        Transcript.recent("shared-session", 20).writeUnder(laptop);
        Transcript.recent("shared-session", 20).writeUnder(desktop);
        Transcript.recent("own-session", 3).writeUnder(desktop);

        push(laptop, "laptop", token);
        push(desktop, "desktop", token);

        assertThat(team.requests()).isEqualTo(23);
    }

    @Test
    void the_numbers_are_those_of_an_import_of_the_same_logs_in_either_order() throws Exception {
        Midnight.letPass();
        var session = Transcript.recent("compared", 25);
        session.writeUnder(laptop);
        var codex = CODEX.formatted(session.end());
        write(laptop.resolve(".codex/sessions/rollout-a.jsonl"), codex);
        var other = new Team(server);
        other.importText(session.text());
        other.importText(codex);

        push(laptop, "laptop", team.ingestToken());

        assertThat(team.dashboard()).isEqualTo(other.dashboard());
        assertThat(team.requests()).isEqualTo(26);
        assertThat(push(laptop, "laptop", other.ingestToken()).fresh()).isZero();
        team.importText(session.text());
        assertThat(team.dashboard()).isEqualTo(other.dashboard());
    }

    @Test
    void what_telemetry_has_told_already_counts_once() throws Exception {
        var token = team.ingestToken();
        Transcript.recent("told", 3).writeUnder(laptop);
        team.telemetry(token, REQUEST.formatted("req_told_1", System.currentTimeMillis() - 86_400_000));
        assertThat(team.requests()).isEqualTo(1);

        push(laptop, "laptop", token);

        assertThat(team.requests()).isEqualTo(3);
    }

    @Test
    void only_what_is_new_is_sent() throws Exception {
        var token = team.ingestToken();
        var file = Transcript.recent("growing", 10).writeUnder(laptop);
        push(laptop, "laptop", token);
        Files.writeString(
                file,
                Files.readString(file) + Transcript.recent("growing-on", 2).text());

        var report = push(laptop, "laptop", token);

        assertThat(report.events()).isEqualTo(2);
        assertThat(team.requests()).isEqualTo(12);
    }

    @Test
    void a_removed_machine_comes_back_whole_with_its_next_push_and_so_does_what_others_had_too() throws Exception {
        var token = team.ingestToken();
        Transcript.recent("in-both", 5).writeUnder(laptop);
        Transcript.recent("in-both", 5).writeUnder(desktop);
        Transcript.recent("in-one", 7).writeUnder(laptop);
        push(laptop, "laptop", token);
        push(desktop, "desktop", token);

        team.removeDevice("laptop");
        assertThat(team.requests()).isZero();
        push(desktop, "desktop", token);
        assertThat(team.requests()).isEqualTo(5);
        push(laptop, "laptop", token);

        assertThat(team.requests()).isEqualTo(12);
    }

    @Test
    void projects_are_named_hashed_or_left_out() throws Exception {
        Transcript.recent("projects", 2).writeUnder(laptop);
        var hashed = new Team(server);
        var nameless = new Team(server);

        push(laptop, "laptop", team.ingestToken());
        push(laptop, "laptop", hashed.ingestToken(), ProjectNaming.HASHED);
        push(laptop, "laptop", nameless.ingestToken(), ProjectNaming.NONE);

        assertThat(team.dashboard().at("/tools/0/top_projects/0/name").asText()).isEqualTo("shop");
        assertThat(hashed.dashboard().at("/tools/0/top_projects/0/name").asText())
                .matches("~[0-9a-f]{16}");
        assertThat(nameless.dashboard().at("/tools/0/top_projects")).isEmpty();
        assertThat(nameless.requests()).isEqualTo(2);
    }

    @Test
    void a_push_that_is_killed_half_way_is_completed_by_the_next() throws Exception {
        var token = team.ingestToken();
        for (var part = 0; part < 4; part++) {
            Transcript.recent("killed-" + part, 4_000).writeUnder(laptop.resolve("user"));
        }
        var program = Program.in(laptop).with("AI_USAGE_PUSH_TOKEN", token);
        // The greeting and one batch pass, the next one is held.
        try (var gate = new Gate(server.address(), 2)) {
            var process = program.start("push", "--to", gate.address(), "--device", "laptop");
            Patience.until("a held request", () -> gate.holdsSomeone() || !process.isAlive());
            assertThat(process.isAlive()).isTrue();
            process.destroyForcibly().onExit().join();
            var halfWay = team.requests();
            gate.open();

            var ended = program.run("push", "--to", gate.address(), "--device", "laptop");

            assertThat(halfWay).isBetween(1L, 15_999L);
            assertThat(ended.status()).as(ended.errors()).isZero();
            assertThat(ended.output())
                    .contains("events of 4 files to " + gate.address())
                    .doesNotContain(token);
            assertThat(team.requests()).isEqualTo(16_000);
            assertThat(ended.errors()).doesNotContain(token);
        }
    }

    @Test
    void what_was_delivered_is_kept_for_its_owner_alone() throws Exception {
        Transcript.recent("private", 1).writeUnder(laptop);
        var token = team.ingestToken();
        push(laptop, "laptop", token);

        try (var files = Files.list(home(laptop))) {
            var file = files.filter(path -> path.getFileName().toString().matches("push-.*\\.json"))
                    .findFirst()
                    .orElseThrow();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(file)).doesNotContain(token, "session", laptop.toString());
        }
    }

    @Test
    void a_damaged_note_of_what_was_delivered_only_costs_a_second_delivery() throws Exception {
        Transcript.recent("damaged", 4).writeUnder(laptop);
        var token = team.ingestToken();
        push(laptop, "laptop", token);
        try (var files = Files.list(home(laptop))) {
            for (var file : files.toList()) {
                Files.writeString(file, "{\"history\": 7, \"files\": {\"x\"");
            }
        }

        assertThat(push(laptop, "laptop", token).events()).isEqualTo(4);
        assertThat(team.requests()).isEqualTo(4);
    }

    private static PushReport push(Path machine, String name, String token) {
        return push(machine, name, token, ProjectNaming.NAMES);
    }

    private static PushReport push(Path machine, String name, String token, ProjectNaming projects) {
        var places = new LogPlaces(name, machine, Map.of());
        var to = PushServer.of(server.address().toString(), Optional.of(token));
        return new Push(places, Home.at(home(machine)), to, new DeviceName(name), projects, pause -> false).run();
    }

    private static Path home(Path machine) {
        return machine.resolve(".ai-usage");
    }

    private static void forgetWhatWasDelivered(Path machine) throws IOException {
        try (var files = Files.list(home(machine))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
