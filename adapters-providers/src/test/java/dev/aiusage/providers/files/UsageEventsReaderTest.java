package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.UsageEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one machine writes of its logs, another reads as if it had read the logs. */
final class UsageEventsReaderTest {

    private static final Clock CLOCK = Clock.fixed(Read.NOW, ZoneOffset.UTC);
    private static final UsageEventsReader READER = new UsageEventsReader(ListPrices.load(), CLOCK);
    private static final ToolLogs TOOLS = new ToolLogs(ListPrices.load(), CLOCK);
    private static final String REQUEST =
            "{'usage_event':1,'key':'00000000-0000-0000-0000-000000000001','tool':'claude_code',"
                    + "'timestamp':'2026-11-20T09:00:00.123456Z','part':'whole','model':'claude-opus-5-5','project':'shop',"
                    + "'session':'00000000-0000-0000-0000-000000000002','requests':1,'input_tokens':1000000,"
                    + "'output_tokens':10,'one_hour_cache_tokens':0,'price_modifiers':['fast'],'rank':[2,0,1]}";
    private static final String EDIT =
            "{'usage_event':1,'key':'00000000-0000-0000-0000-000000000003','tool':'claude_code',"
                    + "'timestamp':'2026-11-20T09:00:00Z','part':'whole','language':'Java','lines_added':3,"
                    + "'lines_removed':1,'accepted':1,'rejected':0,'rank':[1,0,0]}";

    /** What a reader hands on, with the tools. */
    private static final class Gathered implements UsageSink {

        private final Map<Tool, Map<EventKey, UsageEvent>> events = new TreeMap<>();
        private final Map<Long, String> rejections = new TreeMap<>();
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private long rows;

        @Override
        public void row() {
            rows++;
        }

        @Override
        public void event(Tool tool, UsageEvent event) {
            events.computeIfAbsent(tool, first -> new TreeMap<>()).merge(event.key(), event, UsageEvent::mergedWith);
            written.writeBytes(new UsageEventWriter().line(tool, event));
        }

        @Override
        public void rejected(long row, String reason) {
            rejections.put(row, reason);
        }

        UsageEvent only() {
            assertThat(rejections).isEmpty();
            return events.values().iterator().next().values().iterator().next();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claude-code/session.jsonl",
                "claude-code/old.jsonl",
                "claude-code/fork.jsonl",
                "claude-code/subagents/agent-a1.jsonl",
                "codex/rollout-parent.jsonl",
                "codex/rollout-fork.jsonl",
                "gemini/session-lines.jsonl",
                "gemini/session-whole.json"
            })
    void what_is_read_of_logs_arrives_as_it_was(String log) {
        var bytes = LogReading.file(log);
        var reader = TOOLS.readers().stream()
                .filter(one -> one.recognises(bytes))
                .findFirst()
                .orElseThrow();

        assertArrives(read(reader, bytes));
    }

    @Test
    void the_same_holds_for_transcripts_of_all_kinds() {
        for (var seed = 0; seed < 20; seed++) {
            var lines = RandomTranscripts.lines(new Random(seed), 5);
            var bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);

            assertArrives(read(Read.READER, bytes));
        }
    }

    private static void assertArrives(Gathered sent) {
        var arrived = read(READER, sent.written.toByteArray());

        assertThat(arrived.rejections).isEmpty();
        assertThat(arrived.events).isNotEmpty().isEqualTo(sent.events);
        assertThat(READER.recognises(sent.written.toByteArray())).isTrue();
        assertThat(TOOLS.readers()).noneMatch(reader -> reader.recognises(sent.written.toByteArray()));
    }

    @Test
    void nothing_of_contents_or_paths_is_written() throws IOException {
        var sent = read(Read.READER, LogReading.file("claude-code/session.jsonl"));

        var fields = new TreeSet<String>();
        for (var line : sent.written.toString(StandardCharsets.UTF_8).lines().toList()) {
            new ObjectMapper().readTree(line).fieldNames().forEachRemaining(fields::add);
        }
        assertThat(fields)
                .isSubsetOf(
                        "usage_event",
                        "key",
                        "alias",
                        "tool",
                        "timestamp",
                        "part",
                        "model",
                        "project",
                        "language",
                        "session",
                        "requests",
                        "input_tokens",
                        "output_tokens",
                        "cache_read_tokens",
                        "cache_creation_tokens",
                        "lines_added",
                        "lines_removed",
                        "accepted",
                        "rejected",
                        "one_hour_cache_tokens",
                        "web_searches",
                        "price_modifiers",
                        "rank");
        assertThat(sent.written.toString(StandardCharsets.UTF_8)).doesNotContain("/home/");
    }

    @Test
    void prices_by_list_are_our_own_and_estimates_of_vendors_stay() {
        var ours = read(REQUEST).only().measures().cost();
        var claimed = read(REQUEST.replace("'rank'", "'cost_nanos':1,'cost_basis':'list_price','rank'"));
        var theirs = read(REQUEST.replace("'rank'", "'cost_nanos':7,'cost_basis':'vendor_estimate','rank'"));

        assertThat(ours.basis()).isEqualTo(CostBasis.LIST_PRICE);
        assertThat(claimed.only().measures().cost()).isEqualTo(ours);
        assertThat(theirs.only().measures().cost().nanoDollars().orElse(0)).isEqualTo(7);
    }

    @Test
    void labels_that_can_be_stored_are_taken() {
        var name = "😀".repeat(200);

        assertThat(read(REQUEST.replace("shop", name)).only().labels().project())
                .isEqualTo(new Label(name));
        assertThat(read(REQUEST.replace("shop", "=cmd|' /C calc'!A0".replace('\'', '^')))
                        .only()
                        .labels()
                        .project()
                        .text())
                .startsWith("=cmd");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', delimiter = '|', textBlock = """
            'usage_event':1          | 'usage_event':2               | usage_event is not 1, the version that is read here
            'usage_event':1          | 'usage_event':'1'             | usage_event is not 1, the version that is read here
            'usage_event':1,         | ^^                            | usage_event is not 1, the version that is read here
            'usage_event':1          | 'usage_event':1,'prompt':'hi' | prompt is no field of an event
            'requests':1             | 'requests':1,'requests':1     | requests stands twice
            'requests':1             | 'requests':2                  | requests is too large
            'requests':1             | 'requests':-1                 | requests can't be negative
            'requests':1,            | ^^                            | input_tokens is what only requests have
            'input_tokens':1000000   | 'input_tokens':1e308          | input_tokens must be a whole number
            'input_tokens':1000000   | 'input_tokens':12345678901234567890 | input_tokens is too large
            'input_tokens':1000000   | 'input_tokens':-5             | input_tokens can't be negative
            'input_tokens':1000000   | 'input_tokens':'5'            | input_tokens must be a whole number
            'input_tokens':1000000   | 'input_tokens':{'a':{}}       | input_tokens must be a whole number
            'input_tokens':1000000   | 'lines_added':1               | lines_added is what only edits have
            'part':'whole'           | 'part':'half'                 | part must be call, result or whole
            'part':'whole'           | 'part':'call'                 | part must be whole where there are requests
            'part':'whole',          | ^^                            | part must be call, result or whole
            'tool':'claude_code'     | 'tool':'Claude Code'          | tool is missing or no slug of a tool
            'tool':'claude_code',    | ^^                            | tool is missing or no slug of a tool
            -000000000001            | -00000000000                  | key is missing or no UUID
            00000000-0000-0000-0000-000000000001 | 1-1-1-1-1         | key is missing or no UUID
            -000000000002            | -000000000000                 | session is missing or no UUID
            2026-11-20               | 1970-01-01                    | timestamp lies before such tools were there, or in the future
            2026-11-20               | 2999-01-01                    | timestamp lies before such tools were there, or in the future
            2026-11-20T              | 2026-11-20                    | timestamp is no date and time with a zone, as in 2026-11-24T10:00:00.000Z
            shop                     | nul\\u0000                     | project is longer than 200 characters or holds what is no text
            shop                     | half\\ud83d                    | project is longer than 200 characters or holds what is no text
            'rank':[2,0,1]           | 'rank':[2,0]                  | rank must be three whole numbers
            'rank':[2,0,1]           | 'rank':[2,0,1,1]              | rank must be three whole numbers
            'rank':[2,0,1]           | 'rank':[2,0,1e9]              | rank must be a whole number
            'rank':[2,0,1]           | 'rank':[2,0,null]             | rank must be three whole numbers
            'rank':[2,0,1]           | 'rank':7                      | rank must be a list
            ['fast']                 | ['fast','free']               | price_modifiers can be fast, us_only and batch
            ['fast']                 | [7]                           | price_modifiers can be fast, us_only and batch
            'rank'                   | 'cost_nanos':5,'rank'         | cost_nanos and cost_basis come together or not at all
            'rank'                   | 'cost_basis':'billed','rank'  | cost_nanos and cost_basis come together or not at all
            'rank'                   | 'cost_nanos':5,'cost_basis':'billed','rank' | cost_basis must be vendor_estimate or list_price
            'rank'                   | 'cost_nanos':10000000000001,'cost_basis':'list_price','rank' | cost_nanos is too large
            """)
    void a_request_that_no_log_could_tell_is_refused(String from, String to, String reason) {
        assertThat(REQUEST).contains(from);

        assertRefused(REQUEST.replace(from, to), reason);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', delimiter = '|', textBlock = """
            'accepted':1,'rejected':0 | 'accepted':1,'rejected':1 | accepted and rejected must be 1 and 0, 0 and 1, or missing
            'accepted':1,'rejected':0 | 'accepted':0,'rejected':0 | accepted and rejected must be 1 and 0, 0 and 1, or missing
            'accepted':1,'rejected':0 | 'accepted':1              | accepted and rejected must be 1 and 0, 0 and 1, or missing
            'accepted':1,'rejected':0 | 'rejected':1              | accepted and rejected must be 1 and 0, 0 and 1, or missing
            'lines_added':3           | 'lines_added':-3          | lines_added can't be negative
            'lines_added':3           | 'cost_nanos':3,'cost_basis':'vendor_estimate' | cost_nanos is what only requests have
            'lines_added':3           | 'price_modifiers':['fast'] | price_modifiers is what only requests have
            """)
    void an_edit_that_no_log_could_tell_is_refused(String from, String to, String reason) {
        assertRefused(EDIT.replace(from, to), reason);
    }

    @Test
    void a_label_of_more_than_200_characters_is_refused() {
        assertRefused(
                REQUEST.replace("shop", "x".repeat(201)),
                "project is longer than 200 characters or holds what is no text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "7", "{'usage_event':1}{}", "\u0000", "{'usage_event':[[[[", "x,y"})
    void what_is_no_object_is_refused(String line) {
        var gathered = read(REQUEST + "\n" + line + "\n\n" + EDIT);

        assertThat(gathered.rows).isEqualTo(3);
        assertThat(gathered.rejections).hasSize(1).containsKey(2L);
        assertThat(gathered.events.get(Tool.CLAUDE_CODE)).hasSize(2);
    }

    @Test
    void deep_and_long_lines_are_refused_and_the_next_ones_read() {
        var deep = "{'usage_event':1,'x':" + "[".repeat(2_000) + "]".repeat(2_000) + "}";
        var wide = "{'usage_event':1,'" + "x".repeat(70_000) + "':1}";

        var gathered = read(deep + "\n" + wide + "\n" + REQUEST);

        assertThat(gathered.rejections)
                .containsEntry(1L, "is JSON that is nested too deeply or has too long a text or number")
                .containsEntry(2L, "is longer than 65536 bytes");
        assertThat(gathered.events.get(Tool.CLAUDE_CODE)).hasSize(1);
    }

    @Test
    void a_file_names_at_most_100_tools() {
        var lines = IntStream.range(0, 150)
                .mapToObj(number -> REQUEST.replace("claude_code", "tool_" + number))
                .collect(Collectors.joining("\n"));

        var gathered = read(lines);

        assertThat(gathered.events).hasSize(100);
        assertThat(gathered.rejections).hasSize(50).containsEntry(150L, "tool is one of more than 100");
    }

    @Test
    void other_files_are_not_taken_for_events() {
        for (var other :
                List.of("", "{", "[]", "{'type':'assistant','usage_event':1}", "date,tool\n", "\u001f\u008b")) {
            assertThat(READER.recognises(bytes(other))).as(other).isFalse();
        }
        assertThat(READER.recognises(bytes("\n\n" + REQUEST))).isTrue();
        assertThat(READER.recognises(bytes("{'usage_event':2}"))).isTrue();
    }

    @Test
    void a_row_that_is_still_being_written_waits() throws IOException {
        var gathered = new Gathered();
        var bytes = bytes(EDIT + "\n" + REQUEST);

        var reached = READER.read(new ByteArrayInputStream(bytes), ReadPosition.START, EndOfFile.MAY_GROW, gathered);

        assertThat(reached).isEqualTo(new ReadPosition(EDIT.length() + 1L, 1));
        assertThat(gathered.rows).isEqualTo(1);
    }

    private static void assertRefused(String line, String reason) {
        var gathered = read(line);

        assertThat(gathered.rejections).containsExactly(Map.entry(1L, reason));
        assertThat(gathered.events).isEmpty();
    }

    private static Gathered read(String lines) {
        return read(READER, bytes(lines));
    }

    private static byte[] bytes(String lines) {
        return lines.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static Gathered read(UsageReader reader, byte[] bytes) {
        var gathered = new Gathered();
        try {
            reader.read(new ByteArrayInputStream(bytes), ReadPosition.START, EndOfFile.FINAL, gathered);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return gathered;
    }
}
