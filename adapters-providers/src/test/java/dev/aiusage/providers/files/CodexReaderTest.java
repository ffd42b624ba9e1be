package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.SessionKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodexReaderTest {

    private static final String PARENT = "codex/rollout-parent.jsonl";
    private static final String FORK = "codex/rollout-fork.jsonl";
    private static final String HEAD =
            "{'timestamp':'2026-11-20T09:00:00Z','type':'session_meta','payload':{'id':'s','cwd':'/w/shop'}}";

    private static String totals(long input, long output) {
        return totals(input, output, "");
    }

    private static String totals(long input, long output, String more) {
        return "{'timestamp':'2026-11-20T09:00:01Z','type':'event_msg','payload':{'type':'token_count','info':"
                + "{'total_token_usage':{'input_tokens':" + input + ",'output_tokens':" + output + "}" + more + "}}}";
    }

    @Test
    void it_reads_its_format_as_logs() {
        assertThat(LogReading.codex().reader().format().slug()).isEqualTo("codex_jsonl");
        assertThat(LogReading.codex().reader().method()).isEqualTo(IntegrationMethod.LOGS);
    }

    @Test
    void a_session_counts_what_its_totals_rise_by() {
        var sink = LogReading.codex().files(PARENT).sink();
        var sums = sink.totals().sums();

        assertThat(sums).containsEntry("requests", 3L).containsEntry("sessions", 1L);
        assertThat(sums).containsEntry("input", 12_500L).containsEntry("output", 800L);
        assertThat(sums).containsEntry("cache read", 12_000L).containsEntry("cache creation", 500L);
        assertThat(sums).containsEntry("model gpt-6-astra", 2L).containsEntry("model gpt-6-astra-mini", 1L);
        assertThat(sums).containsEntry("project shop", 2L).containsEntry("project ledger", 1L);
        assertThat(sums).containsEntry("day 2026-11-20", 2L).containsEntry("day 2026-11-21", 1L);
        assertThat(sink.rows()).isEqualTo(10);
        assertThat(sink.rejections()).isEmpty();
    }

    @Test
    void a_fork_adds_its_own_requests_only_in_either_order() {
        var after = LogReading.codex().files(PARENT, FORK).sink();
        var before = LogReading.codex().files(FORK, PARENT, PARENT).sink();
        var sums = after.totals().sums();

        assertThat(sums).containsEntry("requests", 4L).containsEntry("sessions", 2L);
        assertThat(sums).containsEntry("input", 13_500L).containsEntry("output", 1_000L);
        assertThat(sums).containsEntry("cache read", 23_000L).containsEntry("day 2026-11-22", 1L);
        assertThat(before.events()).isEqualTo(after.events());
    }

    @Test
    void a_fork_whose_parent_is_gone_counts_what_it_copied() {
        assertThat(LogReading.codex().files(FORK).sink().totals().sums())
                .containsEntry("requests", 3L)
                .containsEntry("sessions", 1L)
                .containsEntry("output", 900L);
    }

    @Test
    void a_fork_that_copied_no_totals_begins_with_its_own_request() {
        var head = HEAD.replace("'id':'s'", "'id':'f','forked_from_id':'s'");
        var first = totals(400_000, 1_200, ",'last_token_usage':{'input_tokens':300,'output_tokens':20}");

        assertThat(LogReading.codex().lines(head, HEAD, first).sink().totals().sums())
                .containsEntry("input", 300L)
                .containsEntry("output", 20L);
    }

    @Test
    void a_subagent_belongs_to_itself_and_not_to_the_copied_head_of_its_parent() {
        var head =
                HEAD.replace("'id':'s'", "'id':'sub','source':{'subagent':{'thread_spawn':{'parent_thread_id':'s'}}}");

        assertThat(LogReading.codex()
                        .lines(head, HEAD, totals(10, 1))
                        .sink()
                        .onlyEvent()
                        .session())
                .isEqualTo(SessionKey.of(Tool.CODEX, "sub"));
    }

    @Test
    void sessions_with_equal_totals_are_not_one() {
        var sums = LogReading.codex()
                .lines(HEAD, totals(10, 1), HEAD.replace("'s'", "'t'"), totals(10, 1), totals(20, 2))
                .sink()
                .totals()
                .sums();

        assertThat(sums)
                .containsEntry("requests", 3L)
                .containsEntry("input", 30L)
                .containsEntry("sessions", 2L);
    }

    @Test
    void totals_that_fall_begin_anew_even_to_what_they_were_before() {
        var sums = LogReading.codex()
                .lines(HEAD, totals(100, 10), totals(200, 20), totals(100, 10), totals(100, 10), totals(200, 20))
                .sink()
                .totals()
                .sums();

        assertThat(sums)
                .containsEntry("requests", 4L)
                .containsEntry("input", 400L)
                .containsEntry("output", 40L);
    }

    @Test
    void a_kind_that_is_not_told_is_unknown_and_reasoning_is_part_of_the_output() {
        var event = LogReading.codex()
                .lines(HEAD, totals(10, 5).replace("'output_tokens'", "'reasoning_output_tokens':4,'output_tokens'"))
                .sink()
                .onlyEvent();

        assertThat(event.measures().tokens().cacheRead()).isEqualTo(Count.UNKNOWN);
        assertThat(event.measures().tokens().cacheCreation()).isEqualTo(Count.UNKNOWN);
        assertThat(event.measures().tokens().total()).isEqualTo(Count.of(15));
        assertThat(event.measures().cost().isKnown()).isFalse();
    }

    @Test
    void the_older_name_of_cached_tokens_is_known_and_they_are_never_more_than_the_input() {
        var line = totals(10, 5).replace("'output_tokens'", "'cache_read_input_tokens':12,'output_tokens'");
        var tokens = LogReading.codex()
                .lines(HEAD, line)
                .sink()
                .onlyEvent()
                .measures()
                .tokens();

        assertThat(tokens.input()).isEqualTo(Count.ZERO);
        assertThat(tokens.cacheRead()).isEqualTo(Count.of(10));
    }

    @Test
    void a_part_without_its_head_begins_with_its_own_request() {
        var last = ",'last_token_usage':{'input_tokens':30,'output_tokens':2}";

        assertThat(LogReading.codex()
                        .lines(totals(1_000, 100, last), totals(1_050, 110))
                        .sink()
                        .totals()
                        .sums())
                .containsEntry("requests", 2L)
                .containsEntry("input", 80L)
                .containsEntry("output", 12L);
    }

    @Test
    void lines_that_tell_nothing_of_usage_are_no_fault() {
        var sink = LogReading.codex()
                .lines(
                        "{'id':'old','timestamp':'2025-05-07T17:24:21.123Z','instructions':null}",
                        "{'record_type':'state'}",
                        "{'timestamp':7,'type':'response_item','payload':{'type':'reasoning','id':5,'info':'x'}}",
                        "{'timestamp':'2026-11-20T09:00:00Z','type':'compacted','payload':{'message':''}}",
                        "{'timestamp':'x','type':'event_msg','payload':{'type':'token_count','info':null}}",
                        "{'type':'event_msg','payload':{'type':'token_count','info':{'total_token_usage':{}}}}",
                        "{'type':'session_meta','payload':{'source':['vscode']}}")
                .sink();

        assertThat(sink.rejections()).isEmpty();
        assertThat(sink.events()).isEmpty();
        assertThat(sink.rows()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', delimiter = '|', textBlock = """
            'input_tokens':20      | 'input_tokens':-1                   | total_token_usage.input_tokens can't be negative
            'input_tokens':20      | 'input_tokens':1.5                  | total_token_usage.input_tokens must be a whole number
            'input_tokens':20      | 'input_tokens':'20'                 | total_token_usage.input_tokens must be a whole number
            'input_tokens':20      | 'input_tokens':12345678901234567890 | total_token_usage.input_tokens is too large
            'input_tokens':20      | 'input_tokens':900000000000         | total_token_usage rises by more than any request has
            'total_token_usage':{  | 'last_token_usage':7,'total_token_usage':{ | last_token_usage must be an object
            '2026-11-20T09:00:01Z' | '2999-01-01T00:00:00Z'              | timestamp lies before such tools were there, or in the future
            '2026-11-20T09:00:01Z' | 5                                   | timestamp must be a text
            'timestamp'            | 'time'                              | timestamp is missing
            """)
    void a_field_that_cannot_be_is_named_and_the_next_line_makes_up_for_it(String from, String to, String reason) {
        var sink = LogReading.codex()
                .lines(HEAD, totals(10, 1), totals(20, 2).replace(from, to), totals(30, 3))
                .sink();

        assertThat(sink.rejections()).hasSize(1).containsEntry(3L, reason);
        assertThat(sink.totals().sums()).containsEntry("input", 30L).containsEntry("output", 3L);
    }

    @Test
    void going_on_in_a_file_counts_from_the_totals_before_and_tells_no_line_twice() {
        var text = String.join("\n", HEAD, totals(10, 1), "{broken", totals(30, 3), totals(35, 4))
                .replace('\'', '"');
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var reading = LogReading.codex();
        var position = ReadPosition.START;

        for (var length = 0; length <= bytes.length; length++) {
            position = reading.to(bytes, length, position, EndOfFile.MAY_GROW);
        }
        var rows = reading.sink().rows();
        position = reading.to(bytes, bytes.length, position, EndOfFile.FINAL);

        assertThat(position).isEqualTo(new ReadPosition(bytes.length, 5));
        assertThat(rows).isGreaterThanOrEqualTo(4);
        assertThat(reading.sink().rejections()).containsOnlyKeys(3L);
        assertThat(reading.sink().events())
                .isEqualTo(LogReading.codex().bytes(bytes).sink().events());
    }

    @Test
    void sessions_are_recognised_by_each_of_their_lines() {
        var reader = LogReading.codex().reader();

        assertThat(reader.recognises(LogReading.file(PARENT))).isTrue();
        assertThat(reader.recognises(Arrays.copyOf(LogReading.file(FORK), 150))).isTrue();
        assertThat(reader.recognises(Read.bytesOf("rubbish", "{", totals(1, 1))))
                .isTrue();
        assertThat(reader.recognises(Read.file("session.jsonl"))).isFalse();
        assertThat(reader.recognises(LogReading.file("gemini/session-lines.jsonl")))
                .isFalse();
        assertThat(reader.recognises(Read.bytesOf("{'type':'event_msg','payload':7}", "[]", "date,tool")))
                .isFalse();
    }
}
