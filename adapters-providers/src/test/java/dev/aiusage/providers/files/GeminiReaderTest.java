package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.usage.Count;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiReaderTest {

    private static final String WHOLE = "gemini/session-whole.json";
    private static final String LINES = "gemini/session-lines.jsonl";
    private static final String HEAD = "{'sessionId':'s','projectHash':'h','startTime':'2026-11-20T09:00:00Z'}";
    private static final String MESSAGE = "{'id':'m','timestamp':'2026-11-20T09:00:00Z','type':'gemini',"
            + "'model':'gemini-3-pro','tokens':{'input':10,'output':2,'cached':4,'thoughts':3,'tool':5,'total':20}}";

    private static String chat(String... messages) {
        return "{'sessionId':'s','projectHash':'h','messages':[\n" + String.join(",\n", messages) + "]}";
    }

    @Test
    void it_reads_its_format_as_logs() {
        assertThat(LogReading.gemini().reader().format().slug()).isEqualTo("gemini_json");
        assertThat(LogReading.gemini().reader().method()).isEqualTo(IntegrationMethod.LOGS);
    }

    @ParameterizedTest
    @ValueSource(strings = {WHOLE, LINES})
    void a_chat_counts_the_last_copy_of_each_answer(String name) {
        var sink = LogReading.gemini().files(name).sink();
        var sums = sink.totals().sums();

        assertThat(sums).containsEntry("requests", 2L).containsEntry("sessions", 1L);
        assertThat(sums).containsEntry("input", 12_820L).containsEntry("output", 386L);
        assertThat(sums).containsEntry("cache read", 10_240L).doesNotContainKey("cache creation");
        assertThat(sums).containsEntry("model gemini-3-pro", 1L).containsEntry("model gemini-3-flash", 1L);
        assertThat(sums).containsEntry("day 2026-11-20", 1L).containsEntry("day 2026-11-21", 1L);
        assertThat(sink.rejections()).isEmpty();
        assertThat(sink.rows()).isEqualTo(name.equals(WHOLE) ? 5 : 12);
    }

    @Test
    void both_forms_of_a_chat_are_one() {
        var once = LogReading.gemini().files(WHOLE).sink();
        var both = LogReading.gemini().files(LINES, WHOLE, LINES).sink();

        assertThat(both.totals().sums()).isEqualTo(once.totals().sums());
    }

    @Test
    void cached_tokens_are_part_of_the_input_thoughts_are_output_and_tools_input() {
        var tokens = LogReading.gemini()
                .lines(chat(MESSAGE))
                .sink()
                .onlyEvent()
                .measures()
                .tokens();

        assertThat(tokens.input()).isEqualTo(Count.of(11));
        assertThat(tokens.cacheRead()).isEqualTo(Count.of(4));
        assertThat(tokens.output()).isEqualTo(Count.of(5));
        assertThat(tokens.cacheCreation()).isEqualTo(Count.UNKNOWN);
        assertThat(tokens.total()).isEqualTo(Count.of(20));
    }

    @Test
    void a_later_copy_replaces_an_earlier_one_even_by_less() {
        var less = MESSAGE.replace("'input':10", "'input':6");

        assertThat(LogReading.gemini()
                        .lines(HEAD, MESSAGE, less)
                        .sink()
                        .totals()
                        .sums())
                .containsEntry("requests", 1L)
                .containsEntry("input", 7L);
    }

    @Test
    void equal_ids_of_two_chats_are_two_messages() {
        var other = HEAD.replace("'s'", "'t'");

        assertThat(LogReading.gemini()
                        .lines(HEAD, MESSAGE, other, MESSAGE)
                        .sink()
                        .totals()
                        .sums())
                .containsEntry("requests", 2L)
                .containsEntry("sessions", 2L);
    }

    @Test
    void a_session_that_is_named_after_its_messages_is_theirs_all_the_same() {
        var named = "{'messages':[\n" + MESSAGE + "],\n'sessionId':'s'}";

        assertThat(LogReading.gemini().lines(named).sink().events())
                .isEqualTo(LogReading.gemini().lines(chat(MESSAGE)).sink().events());
    }

    @Test
    void a_project_is_known_by_its_folder() {
        var reader = ((GeminiReader) LogReading.gemini().reader()).ofProject("shop");
        var reading = new LogReading(reader, new CollectingSink()).lines(HEAD, MESSAGE);

        assertThat(new LogReading(LogReading.gemini().reader(), reading.sink())
                        .lines(HEAD, MESSAGE)
                        .sink()
                        .onlyEvent()
                        .labels()
                        .project()
                        .text())
                .isEqualTo("shop");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', delimiter = '|', textBlock = """
            'input':10             | 'input':-1                   | tokens.input can't be negative
            'input':10             | 'input':1e308                | tokens.input must be a whole number
            'input':10             | 'input':12345678901234567890 | tokens.input is too large
            'id':'m'               | 'id':7                       | id must be a text
            'id':'m',              | ^^                           | id is missing
            '2026-11-20T09:00:00Z' | '1970-01-01T00:00:00Z'       | timestamp lies before such tools were there, or in the future
            'timestamp'            | 'time'                       | timestamp is missing
            'tokens':              | 'tokens':5,'x':              | tokens must be an object
            'gemini'               | 'message_update'             | updates a message that does not stand before it
            """)
    void a_field_that_cannot_be_is_named_in_either_form(String from, String to, String reason) {
        var bad = MESSAGE.replace(from, to);
        var good = MESSAGE.replace("'m'", "'n'");

        for (var sink : Arrays.asList(
                LogReading.gemini().lines(HEAD, bad, good).sink(),
                LogReading.gemini().lines(chat("{'type':'user'}", bad, good)).sink(),
                LogReading.gemini()
                        .lines(chat("{'type':'user'}", bad, good).replace("\n", ""))
                        .sink())) {
            assertThat(sink.rejections()).hasSize(1).containsEntry(2L, reason);
            assertThat(sink.events()).hasSize(1);
            assertThat(sink.rows()).isEqualTo(3);
        }
    }

    @Test
    void broken_lines_are_rejected_each_and_the_others_are_read() {
        var sink = LogReading.gemini()
                .lines("{", HEAD, "{'a':", "rubbish", MESSAGE, "[]", "", MESSAGE + "}")
                .sink();

        assertThat(sink.rejections()).containsOnlyKeys(1L, 3L, 4L, 6L, 8L);
        assertThat(sink.events()).hasSize(1);
    }

    @Test
    void a_whole_chat_is_read_up_to_a_fault() {
        var sink = LogReading.gemini()
                .lines(chat(MESSAGE, MESSAGE.replace("'m'", "'" + "n".repeat(70_000) + "'"), "{'id':}"))
                .sink();

        assertThat(sink.events()).hasSize(1);
        assertThat(sink.rejections()).containsOnlyKeys(2L, 3L).containsEntry(2L, "id is too long");
    }

    @Test
    void a_whole_chat_that_is_written_anew_tells_no_message_twice() {
        var bad = MESSAGE.replace("'input':10", "'input':-1");
        var early = chat(MESSAGE, bad).replace("\n", " \n");
        var late = chat(MESSAGE.replace("'output':2", "'output':9"), bad, MESSAGE.replace("'m'", "'n'"), bad);
        var reading = LogReading.gemini();

        var cut = Read.bytesOf(late);
        var position = reading.to(Read.bytesOf(early), early.length(), ReadPosition.START, EndOfFile.MAY_GROW);
        position = reading.to(cut, cut.length - 40, position, EndOfFile.MAY_GROW);
        position = reading.to(cut, cut.length, position, EndOfFile.MAY_GROW);

        assertThat(position.rows()).isEqualTo(4);
        assertThat(reading.sink().rows()).isEqualTo(4);
        assertThat(reading.sink().rejections()).containsOnlyKeys(2L, 4L);
        assertThat(reading.sink().totals().sums()).containsEntry("requests", 2L).containsEntry("output", 17L);
    }

    @Test
    void marks_and_blank_lines_before_a_chat_change_nothing() {
        var text = chat(MESSAGE).replace('\'', '"');

        assertThat(LogReading.gemini().text("\uFEFF \n\n" + text + "\n").sink().events())
                .isEqualTo(LogReading.gemini().text(text).sink().events());
    }

    @ParameterizedTest
    @ValueSource(strings = {WHOLE, LINES})
    void chats_are_recognised(String name) {
        var file = LogReading.file(name);

        assertThat(LogReading.gemini().reader().recognises(file)).isTrue();
        assertThat(LogReading.gemini().reader().recognises(Arrays.copyOf(file, 300)))
                .isTrue();
        assertThat(Read.READER.recognises(file)).isFalse();
        assertThat(LogReading.codex().reader().recognises(file)).isFalse();
    }

    @Test
    void files_of_others_are_left_to_others() {
        var reader = LogReading.gemini().reader();

        for (var name : Arrays.asList("session.jsonl", "fork.jsonl", "old.jsonl", "subagents/agent-a1.jsonl")) {
            assertThat(reader.recognises(Read.file(name))).isFalse();
        }
        assertThat(reader.recognises(LogReading.file("codex/rollout-parent.jsonl")))
                .isFalse();
        assertThat(reader.recognises(Read.bytesOf("{'daily':[],'totals':{}}", "", "date,tool")))
                .isFalse();
        assertThat(reader.recognises(new byte[1 << 16])).isFalse();
    }
}
