package dev.aiusage.server.pushing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.aiusage.LogPlaces;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.server.StartRefused;
import dev.aiusage.server.embedded.Home;
import dev.aiusage.testing.Transcript;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that refuse, are away, or are none. */
class PushRefusedTest {

    private static final String TOKEN = "aiu_a-token-that-nobody-else-may-see";
    private static final String HISTORY = "00000000-0000-0000-0000-000000000007";
    private static final String TAKEN = "{\"rows_read\":1,\"rows_imported\":1,\"rows_rejected\":0,\"errors\":[]}";
    private static final Answer FINE = new Answer(200, TAKEN, Map.of("X-Usage-History", HISTORY));

    @TempDir
    private Path machine;

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private HttpServer server;

    private record Answer(int status, String body, Map<String, String> headers) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Transcript.recent("refused", 3).writeUnder(machine);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            assertThat(exchange.getRequestURI().toString())
                    .isEqualTo("/team/api/ai-usage/import?format=usage_events_jsonl&device=laptop");
            assertThat(exchange.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer " + TOKEN);
            bodies.add(unpacked(exchange.getRequestBody().readAllBytes()));
            var answer = answers.isEmpty() ? FINE : answers.poll();
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String unpacked(byte[] body) throws IOException {
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | does not accept the token (401): it is unknown or revoked
            403 | does not let this through (403): not from there
            404 | there is no AI Usage service (404)
            413 | takes no batch of this size (413)
            422 | does not understand what it is sent (422), and may be older than this program: not from there
            429 | takes no more for now (429)
            302 | sends elsewhere (302): --to must be the address that it leads to
            500 | can't take it (500): not from there
            """)
    void each_refusal_is_told_in_one_line_and_all_is_kept(int status, String reason) {
        answers.add(FINE);
        answers.add(new Answer(status, "{\"detail\":\"not from there\"}", Map.of("Location", "http://evil.example/")));

        assertThat(failure()).contains(reason).doesNotContain("\n").doesNotContain(TOKEN);

        assertThat(push().run().events()).isEqualTo(3);
    }

    @Test
    void an_answer_that_repeats_the_token_or_holds_control_characters_is_not_shown_so() {
        answers.add(
                new Answer(403, "{\"detail\":\"bad " + TOKEN + " \\u001b[2J" + "x".repeat(2_000) + "\"}", Map.of()));

        assertThat(failure()).contains("bad … \uFFFD[2J").doesNotContain(TOKEN).hasSizeLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome to this hotel</html>", "", "[]", "{\"rows_read\":\"many\"}"})
    void what_is_no_service_is_not_taken_for_one(String body) {
        answers.add(new Answer(200, body, Map.of("X-Usage-History", HISTORY)));

        assertThat(failure()).contains("is no AI Usage service");
    }

    @Test
    void of_an_answer_without_end_only_the_beginning_is_taken() {
        answers.add(new Answer(200, "x".repeat(20 << 20), Map.of("X-Usage-History", HISTORY)));

        assertThat(failure()).contains("is no AI Usage service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not an id"})
    void a_service_that_knows_no_histories_is_too_old(String history) {
        answers.add(new Answer(200, TAKEN, history.isEmpty() ? Map.of() : Map.of("X-Usage-History", history)));

        assertThat(failure()).contains("is older than this program");
    }

    @Test
    void a_service_that_is_away_is_told() {
        server.stop(0);

        assertThat(failure()).contains("can't be reached: nothing answers at this address and port");
    }

    @Test
    void a_short_wait_that_the_server_asks_for_is_waited() {
        answers.add(FINE);
        answers.add(new Answer(429, "{}", Map.of("Retry-After", "7")));
        answers.add(new Answer(503, "{}", Map.of("Retry-After", "2")));

        assertThat(push().run().events()).isEqualTo(3);

        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2));
    }

    @Test
    void a_long_one_is_left_to_the_next_time() {
        answers.add(new Answer(429, "{}", Map.of("Retry-After", "3600")));

        assertThat(failure()).endsWith("takes no more for now (429), and asks to come again in 3600 s");
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_server_that_understands_nothing_keeps_everything_to_be_sent() {
        var none =
                "{\"rows_read\":3,\"rows_imported\":0,\"rows_rejected\":3,\"errors\":[{\"row\":1,\"message\":\"why not\"}]}";
        answers.add(FINE);
        answers.add(new Answer(200, none, Map.of("X-Usage-History", HISTORY)));

        assertThat(failure()).contains("understands none of the events").contains("why not");
        assertThat(push().run().events()).isEqualTo(3);
    }

    @Test
    void a_server_that_refuses_some_events_is_told_and_not_asked_again() {
        var some =
                "{\"rows_read\":3,\"rows_imported\":2,\"rows_rejected\":1,\"errors\":[{\"row\":1,\"message\":\"why not\"}]}";
        answers.add(FINE);
        answers.add(new Answer(200, some, Map.of("X-Usage-History", HISTORY)));

        var report = push().run();

        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.warnings()).containsExactly("the server refused 1 events: why not");
        assertThat(push().run().events()).isZero();
    }

    @Test
    void another_history_at_the_server_makes_everything_new() {
        push().run();
        var other = new Answer(200, TAKEN, Map.of("X-Usage-History", "00000000-0000-0000-0000-000000000008"));
        answers.add(other);

        assertThat(push().run().events()).isEqualTo(3);
    }

    @Test
    void a_greeting_has_no_events_and_nothing_new_is_only_a_greeting() {
        push().run();
        push().run();

        assertThat(bodies).hasSize(3);
        assertThat(bodies.get(0)).isEmpty();
        assertThat(bodies.get(1).lines()).hasSize(3).allMatch(line -> line.startsWith("{\"usage_event\":1,"));
        assertThat(bodies.get(2)).isEmpty();
    }

    @Test
    void a_home_that_can_not_note_what_was_delivered_is_a_reason_to_come_again() throws IOException {
        push().run();
        try (var files = Files.list(machine.resolve(".ai-usage"))) {
            for (var file : files.toList()) {
                Files.delete(file);
                Files.createDirectories(file.resolve("in-the-way"));
            }
        }

        assertThat(failure()).startsWith("Cannot use ").doesNotContain(TOKEN);
    }

    @Test
    void a_watch_survives_an_outage_complains_once_and_comes_ever_more_seldom() {
        var out = new StringWriter();
        var err = new StringWriter();
        for (var i = 0; i < 7; i++) {
            answers.add(new Answer(500, "{}", Map.of()));
        }
        var watched = new ArrayList<Duration>();
        Waiting nineTimes = pause -> {
            watched.add(pause);
            return watched.size() < 9;
        };

        new PushWatch(() -> push().run(), server(), nineTimes, new PrintWriter(out), new PrintWriter(err)).run();

        assertThat(err.toString().lines())
                .containsExactly(server() + " can't take it (500); what is left is delivered later");
        assertThat(out.toString().lines())
                .containsExactly("Delivered 3 events of 1 files to " + server() + ": 1 were new there");
        assertThat(watched).extracting(Duration::toMinutes).containsExactly(2L, 4L, 8L, 15L, 15L, 15L, 15L, 1L, 1L);
    }

    @Test
    void a_watch_leaves_the_server_alone_for_as_long_as_it_asks() {
        answers.add(new Answer(429, "{}", Map.of("Retry-After", "7200")));
        var watched = new ArrayList<Duration>();
        var nowhere = new PrintWriter(new StringWriter());

        new PushWatch(() -> push().run(), server(), pause -> !watched.add(pause), nowhere, nowhere).run();

        assertThat(watched).containsExactly(Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usage.example.org",
                "ftp://usage.example.org",
                "https://",
                "https://me:secret@usage.example.org",
                "https://usage.example.org?token=secret",
                "https://usage.example.org/#secret",
                "ht tp://x"
            })
    void what_is_no_address_of_a_server_is_refused(String address) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> PushServer.of(address, Optional.empty()))
                .withMessageStartingWith("--to must be the address of a server")
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret\nX-Evil: 1", "sec ret", "sécret"})
    void what_can_be_no_token_is_refused_and_not_shown(String token) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> PushServer.of("https://usage.example.org", Optional.of(token)))
                .withMessage("the token holds characters that no token has");
    }

    @ParameterizedTest
    @CsvSource({
        "https://usage.example.org, false",
        "http://localhost:3001, false",
        "http://127.0.0.1, false",
        "http://[::1]:3001, false",
        "http://usage.example.org, true",
        "HTTP://10.0.0.7:3001, true",
        "http://localhost.example.org, true"
    })
    void a_token_over_http_travels_in_clear_unless_it_stays_on_the_machine(String address, boolean isInClear) {
        assertThat(PushServer.of(address, Optional.of(TOKEN)).sendsTokenInClear())
                .isEqualTo(isInClear);
        assertThat(PushServer.of(address, Optional.empty()).sendsTokenInClear()).isFalse();
        assertThat(PushServer.of(address, Optional.of(TOKEN)).toString()).doesNotContain(TOKEN);
    }

    private String failure() {
        var failures = new ArrayList<String>();
        assertThatExceptionOfType(PushFailed.class)
                .isThrownBy(() -> push().run())
                .satisfies(failed -> failures.add(failed.getMessage()));
        return failures.get(0);
    }

    private PushServer server() {
        return PushServer.of("http://localhost:" + server.getAddress().getPort() + "/team/", Optional.of(TOKEN));
    }

    private Push push() {
        Waiting waiting = pause -> {
            pauses.add(pause);
            return true;
        };
        var places = new LogPlaces("laptop", machine, Map.of());
        return new Push(
                places,
                Home.at(machine.resolve(".ai-usage")),
                server(),
                new DeviceName("laptop"),
                ProjectNaming.NAMES,
                waiting);
    }
}
