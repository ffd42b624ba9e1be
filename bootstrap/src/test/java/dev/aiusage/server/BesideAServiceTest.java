package dev.aiusage.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.testing.Program;
import dev.aiusage.testing.RunningProgram;
import dev.aiusage.testing.Transcript;
import dev.aiusage.testing.UserToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a home whose service runs. */
class BesideAServiceTest {

    @TempDir
    private static Path directory;

    private static Program program;
    private static RunningProgram service;

    @BeforeAll
    static void start_the_service() throws Exception {
        // So little that the files of these tests go in several parts.
        program = Program.settledIn(directory).with("SCAN_LOCAL_LOGS", "false").with("IMPORT_MAX_BYTES", "300 KB");
        service = program.serve();
    }

    @AfterAll
    static void stop_it() {
        service.close();
    }

    @Test
    void a_second_service_on_the_same_home_is_refused_in_one_line() throws Exception {
        var second = program.run("--port", "0");

        assertThat(second.status()).isEqualTo(2);
        assertThat(second.complaints())
                .singleElement()
                .asString()
                .contains("already runs on")
                .contains(service.address().toString())
                .contains("AI_USAGE_HOME");
    }

    @Test
    void an_import_is_handed_to_the_service_and_counts_the_same_as_alone(@TempDir Path elsewhere) throws Exception {
        var file = Files.writeString(
                elsewhere.resolve("mixed.jsonl"),
                Transcript.recent("handed", 600).text() + "broken\n".repeat(150));
        var before = service.dashboard().path("total_interactions").asInt();

        var first = program.run("import", file.toString());
        var second = program.run("import", file.toString());
        var alone = Program.settledIn(elsewhere).run("import", file.toString());

        assertThat(first.status()).as(first.errors()).isZero();
        assertThat(first.output()).isEqualTo(alone.output());
        assertThat(first.output())
                .endsWith("1 files, 750 rows read: 600 imported, 150 skipped (of them 150 unreadable)"
                        + System.lineSeparator());
        assertThat(second.output()).contains("750 rows read: 0 imported");
        assertThat(service.dashboard().path("total_interactions").asInt()).isEqualTo(before + 600);
    }

    @Test
    void a_table_is_handed_over_whole_however_large_and_counts_the_same_as_alone(@TempDir Path elsewhere)
            throws Exception {
        var day = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        var row = day + ",some_tool,1,a-model-with-quite-a-long-name-so-that-the-file-is-longer-than-a-part\n";
        var file = Files.writeString(
                elsewhere.resolve("usage.csv"),
                "date,tool,requests,model\n" + row.repeat(2_500) + "never,some_tool,1,\n");
        var before = service.dashboard().path("total_interactions").asInt();

        var first = program.run("import", file.toString());
        var second = program.run("import", file.toString());
        var alone = Program.settledIn(elsewhere).run("import", "--format", "usage_csv", file.toString());

        assertThat(first.status()).as(first.errors()).isZero();
        assertThat(first.output())
                .isEqualTo(alone.output())
                .contains("usage.csv:2502: date is no date like 2026-11-24")
                .contains("2,501 rows read: 2,500 imported, 1 skipped (of them 1 unreadable)");
        assertThat(second.output()).contains("2,501 rows read: 0 imported");
        assertThat(service.dashboard().path("total_interactions").asInt()).isEqualTo(before + 2_500);
    }

    @Test
    void a_table_that_is_too_large_for_the_service_is_refused_with_what_to_do(@TempDir Path elsewhere)
            throws Exception {
        var day = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        var row = day + ",other_tool,1,a-model-with-quite-a-long-name-so-that-the-file-is-longer-than-is-taken\n";
        var file = Files.writeString(elsewhere.resolve("large.csv"), "date,tool,requests,model\n" + row.repeat(5_000));

        var ended = program.run("import", file.toString());

        assertThat(Files.size(file)).isGreaterThan(300_000);
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.output()).contains("not imported: " + file, "stop the service", "IMPORT_MAX_BYTES");
        assertThat(service.dashboard().path("tools").findValuesAsText("tool_name"))
                .doesNotContain("other_tool");
    }

    @Test
    void a_file_whose_lines_need_those_before_them_is_not_cut(@TempDir Path elsewhere) throws Exception {
        var line = """
                {"timestamp":"%s","type":"event_msg","payload":{"type":"token_count","info":{"total_token_usage":\
                {"input_tokens":%s,"cached_input_tokens":0,"output_tokens":%s,"reasoning_output_tokens":0}}}}
                """;
        var yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
        var lines = IntStream.rangeClosed(1, 1_000)
                .mapToObj(number -> line.formatted(yesterday, number * 100, number * 20))
                .collect(Collectors.joining());
        var head = "{\"type\":\"session_meta\",\"payload\":{\"id\":\"not-cut\"}}\n";
        var file = Files.writeString(elsewhere.resolve("rollout-a.jsonl"), head + lines);

        var ended = program.run("import", file.toString());

        assertThat(Files.size(file)).isGreaterThan(150_000);
        assertThat(ended.output()).as(ended.errors()).contains("1,001 rows read: 1,000 imported");
        assertThat(service.dashboard().path("tools"))
                .filteredOn(tool -> tool.path("tool_name").asText().equals("codex"))
                .extracting(tool -> tool.path("total_tokens").asLong())
                .containsExactly(120_000L);
    }

    @Test
    void an_unrecognised_file_fails_as_it_does_alone(@TempDir Path elsewhere) throws Exception {
        var stranger = Files.writeString(elsewhere.resolve("stranger.jsonl"), "{\"hello\": \"world\"}\n");

        var ended = program.run("import", stranger.toString());

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.output()).contains("not imported: " + stranger, "in none of the formats");
    }

    @Test
    void two_imports_at_once_lose_nothing() throws Exception {
        var before = service.dashboard().path("total_interactions").asInt();

        Stream.of("one", "two", "three", "two")
                .map(session -> CompletableFuture.runAsync(() -> bring(Transcript.recent("at-once-" + session, 400))))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(service.dashboard().path("total_interactions").asInt()).isEqualTo(before + 1200);
    }

    private static void bring(Transcript transcript) {
        try {
            service.importText(transcript.text());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void an_import_for_another_user_is_refused_beside_a_service(@TempDir Path elsewhere) throws Exception {
        var file = Files.writeString(
                elsewhere.resolve("a.jsonl"), Transcript.recent("other-user", 1).text());

        var refused = program.run("import", "--user", "0a000000-0000-4000-8000-000000000001", file.toString());

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.complaints()).singleElement().asString().contains("--user");
    }

    @Test
    void keys_are_rotated_by_the_service() throws Exception {
        var rotated = program.run("rotate-keys");
        var checked = program.run("rotate-keys", "--check");

        assertThat(rotated.status()).as(rotated.errors()).isZero();
        assertThat(rotated.output()).contains("Moved under \"", "Unreadable: 0.");
        assertThat(checked.status()).as(checked.errors()).isZero();
        assertThat(checked.output()).contains("may be dropped");
    }

    @Test
    void keys_of_users_with_logins_are_not_rotated_by_a_service_that_holds_the_database(@TempDir Path elsewhere)
            throws Exception {
        var withLogins = Program.settledIn(elsewhere)
                .with("AUTH_JWT_SECRET", UserToken.SECRET)
                .with("ENCRYPTION_KEY", Base64.getEncoder().encodeToString(new byte[32]));

        try (var running = withLogins.serve()) {
            var refused = withLogins.run("rotate-keys");

            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.output()).isEmpty();
            assertThat(refused.complaints())
                    .singleElement()
                    .asString()
                    .contains(running.address().toString(), "has users with logins", "stop it first", "DATABASE_URL");
        }
    }

    @Test
    void migrate_says_that_the_service_has_done_it() throws Exception {
        var migrate = program.run("migrate");

        assertThat(migrate.status()).isZero();
        assertThat(migrate.output())
                .contains("up to date")
                .contains(service.address().toString());
    }
}
