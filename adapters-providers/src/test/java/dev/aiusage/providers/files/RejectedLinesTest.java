package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectedLinesTest {

    private static final String GOOD =
            "{'type':'assistant','timestamp':'2026-11-20T09:00:00Z','message':{'id':'m','model':'claude-opus-5-5',"
                    + "'usage':{'input_tokens':1,'output_tokens':2}}}";

    @ParameterizedTest
    @ValueSource(strings = {"'", "'\\", "'\\u", "'\\u0"})
    void a_string_that_is_cut_off_at_the_end_of_a_buffer_is_rejected(String beginning) {
        var cutOff = "{'type':'user','toolUseResult':{'structuredPatch':[{'lines':[" + beginning;
        var before = GOOD + " ".repeat((1 << 18) - GOOD.length() - cutOff.length() - "\n\n".length());

        var sink = Read.lines(before, cutOff, GOOD);

        assertThat(sink.rejections()).hasSize(1).containsKey(2L);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', delimiter = '|', textBlock = """
            'input_tokens':1        | 'input_tokens':-1                   | message.usage.input_tokens can't be negative
            'input_tokens':1        | 'input_tokens':-12345678901234567890| message.usage.input_tokens can't be negative
            'input_tokens':1        | 'input_tokens':1.5                  | message.usage.input_tokens must be a whole number
            'input_tokens':1        | 'input_tokens':1e308                | message.usage.input_tokens must be a whole number
            'input_tokens':1        | 'input_tokens':'1'                  | message.usage.input_tokens must be a whole number
            'input_tokens':1        | 'input_tokens':[1]                  | message.usage.input_tokens must be a whole number
            'input_tokens':1        | 'input_tokens':12345678901234567890 | message.usage.input_tokens is too large
            'input_tokens':1        | 'input_tokens':9223372036854775807  | message.usage.input_tokens is too large
            'input_tokens':1        | 'cache_creation':{'ephemeral_1h_input_tokens':-1} | message.usage.cache_creation.ephemeral_1h_input_tokens can't be negative
            'input_tokens':1        | 'cache_creation':7                  | message.usage.cache_creation must be an object
            'input_tokens':1        | 'speed':7                           | message.usage.speed must be a text
            'type'                  | 'costUSD':1e308,'type'              | costUSD is too large
            'type'                  | 'costUSD':1e999999999,'type'        | costUSD is too large
            'type'                  | 'costUSD':-0.1,'type'               | costUSD can't be negative
            'type'                  | 'costUSD':'0.1','type'              | costUSD must be a number
            'type'                  | 'isSidechain':'no','type'           | isSidechain must be true or false
            'type'                  | 'requestId':{},'type'               | requestId must be a text
            'timestamp'             | 'time'                              | timestamp is missing
            '2026-11-20T09:00:00Z'  | 1763629200                          | timestamp must be a text
            '2026-11-20T09:00:00Z'  | 'yesterday'                         | timestamp is no date and time with a zone, as in 2026-11-24T10:00:00.000Z
            '2026-11-20T09:00:00Z'  | '2026-11-20T09:00:00'               | timestamp is no date and time with a zone, as in 2026-11-24T10:00:00.000Z
            '2026-11-20T09:00:00Z'  | '1970-01-01T00:00:00Z'              | timestamp lies before such tools were there, or in the future
            '2026-11-20T09:00:00Z'  | '2999-01-01T00:00:00Z'              | timestamp lies before such tools were there, or in the future
            '2026-11-20T09:00:00Z'  | '+999999999-01-01T00:00:00Z'        | timestamp lies before such tools were there, or in the future
            {'input_tokens':1,'output_tokens':2} | 3                      | message.usage must be an object
            'm'                     | 5                                   | message.id must be a text
            """)
    void a_field_that_cannot_be_is_named(String from, String to, String reason) {
        var sink = Read.lines(GOOD, GOOD.replace(from, to), GOOD);

        assertThat(sink.rejections()).hasSize(1).containsEntry(2L, reason);
        assertThat(sink.events()).hasSize(1);
        assertThat(sink.rows()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{'a':1}}", "{} {}", "not json", "{'a':\u0000}", "{'a':'\u0001'}", "{'a':NaN}", "{'a':01}"})
    void what_is_no_json_is_rejected(String line) {
        assertThat(Read.lines(line).rejections().get(1L))
                .containsAnyOf("is not valid JSON", "after its JSON object", "is no JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "'text'", "[]", "[{}]"})
    void what_is_no_object_is_rejected(String line) {
        assertThat(Read.lines(line).rejections()).containsEntry(1L, "is no JSON object");
    }

    @Test
    void json_beyond_all_bounds_is_rejected() {
        var deep = GOOD.replace("'type'", "'x':" + "[".repeat(100_000) + ",'type'");
        var longNumber = GOOD.replace("'type'", "'x':" + "9".repeat(100_000) + ",'type'");
        var longId = GOOD.replace("'m'", "'" + "m".repeat(200_000) + "'");

        assertThat(Read.lines(deep, longNumber, longId, GOOD).rejections())
                .hasSize(3)
                .allSatisfy((row, reason) -> assertThat(reason).contains("nested too deeply"));
    }

    @Test
    void bytes_that_are_no_utf_8_are_rejected() {
        var bytes = Read.bytesOf(GOOD, GOOD.replace("'type'", "'x':'?','type'"), GOOD);
        var broken = new String(bytes, StandardCharsets.UTF_8).indexOf('?');
        bytes[broken] = (byte) 0xC3;
        var sink = new CollectingSink();

        Read.bytes(bytes, sink);

        assertThat(sink.rejections()).containsOnlyKeys(2L);
    }

    @Test
    void binary_rubbish_is_rejected_line_by_line() {
        var bytes = new byte[100_000];
        Arrays.fill(bytes, (byte) 0);
        bytes[50_000] = '\n';
        var sink = new CollectingSink();

        Read.bytes(bytes, sink);

        assertThat(sink.rejections()).containsOnlyKeys(1L, 2L);
    }

    @Test
    void reasons_never_quote_what_a_line_holds() {
        var sink = Read.lines("secret ".repeat(1_000), GOOD.replace("2026-11-20T09:00:00Z", "secret"));

        assertThat(sink.rejections().values()).noneMatch(reason -> reason.contains("secret"));
    }

    @Test
    void lines_are_numbered_as_an_editor_does() {
        assertThat(Read.lines("", GOOD, "", "", "{").rejections()).containsOnlyKeys(5L);
    }

    @Test
    void contents_of_any_kind_are_no_fault() {
        var content = "'content':[{'type':'text','text':'\\ud800 \\u0000 " + "x".repeat(300_000) + "'},7,null,'a',"
                + "{'type':'tool_use','id':5,'name':{},'input':[]},{'type':'tool_result','content':7}],";

        assertThat(Read.lines(GOOD.replace("'usage'", content + "'usage'")).events())
                .isEqualTo(Read.lines(GOOD).events());
    }

    @Test
    void a_strange_field_is_no_fault_where_nothing_is_counted() {
        assertThat(Read.lines("{'type':'system','uuid':5,'message':'text','timestamp':[]}", "{'type':7}", "{}")
                        .rejections())
                .isEmpty();
    }
}
