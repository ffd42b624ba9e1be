package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.PriceTerms.Modifier;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.UsageEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClaudeCodeReaderTest {

    private static final String REQUEST =
            "{'type':'assistant','timestamp':'2026-11-20T09:00:00Z','sessionId':'s','requestId':'r','cwd':'/w/shop',"
                    + "'message':{'id':'m','model':'claude-opus-5-5','usage':{'input_tokens':1,'output_tokens':2}}}";

    @Test
    void it_reads_its_format_as_logs() {
        assertThat(Read.READER.format().slug()).isEqualTo("claude_code_jsonl");
        assertThat(Read.READER.method()).isEqualTo(IntegrationMethod.LOGS);
    }

    @Nested
    class A_session {

        @Test
        void counts_each_message_once_and_its_fullest_copy() {
            var sums = Read.files("session.jsonl").totals().sums();

            assertThat(sums).containsEntry("requests", 5L).containsEntry("sessions", 1L);
            assertThat(sums).containsEntry("input", 27L).containsEntry("output", 540L);
            assertThat(sums).containsEntry("cache read", 102_700L).containsEntry("cache creation", 5_000L);
            assertThat(sums).containsEntry("model claude-opus-5-5", 5L).containsEntry("project shop", 5L);
        }

        @Test
        void counts_edits_by_what_became_of_them() {
            var sums = Read.files("session.jsonl").totals().sums();

            assertThat(sums).containsEntry("accepted", 3L).containsEntry("rejected", 1L);
            assertThat(sums).containsEntry("added", 5L).containsEntry("removed", 1L);
            assertThat(sums).containsEntry("language Java", 1L).containsEntry("language Markdown", 1L);
            assertThat(sums).containsEntry("language TypeScript", 1L).containsEntry("language Jupyter Notebook", 1L);
        }

        @Test
        void rejects_none_of_the_lines_that_say_nothing_of_usage() {
            var sink = Read.files("session.jsonl");

            assertThat(sink.rows()).isEqualTo(19);
            assertThat(sink.rejections()).isEmpty();
        }

        @Test
        void adds_nothing_when_a_fork_repeats_it() {
            var sums = Read.files("fork.jsonl", "session.jsonl").totals().sums();

            assertThat(sums).containsEntry("requests", 6L).containsEntry("sessions", 2L);
            assertThat(sums)
                    .containsEntry("output", 551L)
                    .containsEntry("accepted", 3L)
                    .containsEntry("added", 5L);
        }

        @Test
        void keeps_its_own_copy_of_a_message_that_a_fork_repeats() {
            var first = Read.files("fork.jsonl", "session.jsonl").events().values().stream()
                    .filter(event -> event.at().equals(Instant.parse("2026-11-20T09:00:06.500Z")))
                    .findFirst()
                    .orElseThrow();

            assertThat(first.session())
                    .isEqualTo(SessionKey.of(Tool.CLAUDE_CODE, "3c5f2b1e-0d7a-4b58-9f43-6a1d2e8c7b90"));
        }

        @Test
        void goes_before_a_subagent_that_repeats_its_message_with_more_tokens() {
            var sums = Read.files("subagents/agent-a1.jsonl", "session.jsonl")
                    .totals()
                    .sums();

            assertThat(sums).containsEntry("requests", 6L).containsEntry("output", 565L);
            assertThat(sums).containsEntry("accepted", 4L).containsEntry("language Kotlin", 1L);
        }

        @Test
        void of_old_versions_is_read_without_types_and_ids() {
            var sums = Read.files("old.jsonl").totals().sums();

            assertThat(sums).containsEntry("requests", 3L).containsEntry("day 2025-05-25", 3L);
            assertThat(sums).containsEntry("input", 14L).containsEntry("output", 26L);
            assertThat(sums).containsEntry("project ledger", 2L).containsEntry("project ", 1L);
        }
    }

    @Nested
    class A_request {

        @Test
        void has_its_labels_time_and_cost() {
            var event = Read.lines(REQUEST).onlyEvent();

            assertThat(event.at()).isEqualTo("2026-11-20T09:00:00Z");
            assertThat(event.labels().model().text()).isEqualTo("claude-opus-5-5");
            assertThat(event.labels().project().text()).isEqualTo("shop");
            assertThat(event.measures().requests().basis()).isEqualTo(RequestBasis.REQUESTS);
            assertThat(event.measures().tokens().cacheRead()).isEqualTo(Count.UNKNOWN);
            assertThat(event.measures().cost().basis()).isEqualTo(CostBasis.LIST_PRICE);
            assertThat(event.measures().cost().dollars()).contains(new BigDecimal("0.000044"));
        }

        @Test
        void has_its_request_id_as_the_alias_by_which_telemetry_knows_it() {
            assertThat(Read.lines(REQUEST).onlyEvent().alias()).isEqualTo(EventKey.ofRequest(Tool.CLAUDE_CODE, "r"));
            assertThat(Read.lines(REQUEST.replace("'requestId':'r',", ""))
                            .onlyEvent()
                            .alias())
                    .isEqualTo(EventKey.NONE);
        }

        @Test
        void without_a_request_id_is_another_than_one_with() {
            assertThat(Read.lines(REQUEST, REQUEST.replace("'requestId':'r',", ""))
                            .events())
                    .hasSize(2);
        }

        @Test
        void with_a_null_in_an_optional_field_is_as_if_the_field_were_absent() {
            var absent = REQUEST.replace("'requestId':'r',", "").replace("'sessionId':'s',", "");
            var isNull = REQUEST.replace("'requestId':'r'", "'requestId':null,'costUSD':null,'isSidechain':null")
                    .replace("'sessionId':'s'", "'sessionId':null,'forkedFrom':null");

            assertThat(Read.lines(isNull).events()).isEqualTo(Read.lines(absent).events());
        }

        @Test
        void without_a_message_id_is_known_by_its_uuid_else_by_its_bytes() {
            var bare = REQUEST.replace("'id':'m',", "");
            var named = bare.replace("'type'", "'uuid':'u','type'");

            assertThat(Read.lines(named, named.replace("'w/shop'", "'w/x'")).events())
                    .hasSize(1);
            assertThat(Read.lines(bare, bare, bare.replace("'input_tokens':1", "'input_tokens':3"))
                            .events())
                    .hasSize(2);
        }

        @Test
        void may_have_a_flat_cache_number_above_that_of_its_kinds() {
            assertThat(cacheCreation("'cache_creation_input_tokens':900")).isEqualTo(900);
            assertThat(cacheCreation("'cache_creation_input_tokens':900,'cache_creation':"
                            + "{'ephemeral_5m_input_tokens':100,'ephemeral_1h_input_tokens':200}"))
                    .isEqualTo(900);
            assertThat(cacheCreation("'cache_creation_input_tokens':0,'cache_creation':"
                            + "{'ephemeral_5m_input_tokens':100,'ephemeral_1h_input_tokens':200}"))
                    .isEqualTo(300);
            assertThat(cacheCreation("'cache_creation':{'ephemeral_5m_input_tokens':null}"))
                    .isEqualTo(-1);
        }

        private static long cacheCreation(String fields) {
            var line = REQUEST.replace("'input_tokens'", fields + ",'input_tokens'");
            return Read.lines(line)
                    .onlyEvent()
                    .measures()
                    .tokens()
                    .cacheCreation()
                    .orElse(-1);
        }

        @Test
        void keeps_the_terms_of_its_price() {
            var line = REQUEST.replace(
                    "'input_tokens'",
                    "'speed':'fast','inference_geo':'us','service_tier':'batch',"
                            + "'server_tool_use':{'web_search_requests':3},"
                            + "'cache_creation':{'ephemeral_1h_input_tokens':5},'input_tokens'");

            var terms = Read.lines(line).onlyEvent().terms();

            assertThat(terms.modifiers()).containsExactlyInAnyOrder(Modifier.values());
            assertThat(terms.webSearches()).isEqualTo(Count.of(3));
            assertThat(terms.oneHourCacheCreation()).isEqualTo(Count.of(5));
        }

        @Test
        void answered_by_another_model_has_the_usage_at_the_top_and_the_model_it_names() {
            var line = REQUEST.replace(
                    "'input_tokens'",
                    "'iterations':[{'model':'x','input_tokens':70," + "'output_tokens':7}],'input_tokens'");

            assertThat(Read.lines(line).events()).isEqualTo(Read.lines(REQUEST).events());
        }

        @Test
        void costs_what_its_line_says_where_it_does() {
            var cost = Read.lines(REQUEST.replace("'type'", "'costUSD':1.25e-2,'type'"))
                    .onlyEvent()
                    .measures()
                    .cost();

            assertThat(cost.basis()).isEqualTo(CostBasis.VENDOR_ESTIMATE);
            assertThat(cost.dollars()).contains(new BigDecimal("0.0125"));
        }

        @Test
        void may_cost_less_than_can_be_kept() {
            var line = REQUEST.replace("'type'", "'costUSD':1e-999999999,'type'");

            assertThat(Read.lines(line).onlyEvent().measures().cost().dollars()).contains(BigDecimal.ZERO);
        }

        @Test
        void of_an_unknown_model_has_no_cost() {
            var event =
                    Read.lines(REQUEST.replace("claude-opus-5-5", "new-model")).onlyEvent();

            assertThat(event.measures().requests().count()).isEqualTo(Count.ONE);
            assertThat(event.measures().cost().isKnown()).isFalse();
        }

        @Test
        void that_failed_counts_no_request_but_the_tokens_it_shows() {
            var failed = REQUEST.replace("'type'", "'isApiErrorMessage':true,'type'");
            var local = REQUEST.replace("claude-opus-5-5", "<synthetic>");

            for (var line : Arrays.asList(failed, local)) {
                var event = Read.lines(line).onlyEvent();
                assertThat(event.measures().requests().count()).isEqualTo(Count.ZERO);
                assertThat(event.measures().tokens().total()).isEqualTo(Count.of(3));
                assertThat(event.labels().model().isPresent()).isFalse();
                assertThat(Read.lines(line.replaceAll("tokens':\\d", "tokens':0"))
                                .events())
                        .isEmpty();
            }
        }

        @Test
        void may_have_spaces_other_orders_escapes_and_repeated_fields() {
            var odd = "{ 'message' : { 'usage' : { 'output_tokens' : 9 } , 'usage' : { 'output_tokens' : 2 , "
                    + "'input_tokens' : 1 } , 'model' : 'claude-opus-5-5', 'id' : 'm' } ,\t'cwd' : '/w/shop/',"
                    + " '\\u0074ype':'assistant', 'requestId' : 'x', 'requestId' : 'r', 'sessionId':'s',"
                    + " 'timestamp':'2026-11-20T10:00:00.000+01:00' } ";

            assertThat(Read.lines(odd).events()).isEqualTo(Read.lines(REQUEST).events());
        }

        @Test
        void may_stand_in_a_folder_whose_name_is_no_text() {
            var project = Read.lines(REQUEST.replace("/w/shop", "/w/a\\ud800\\u0000b"))
                    .onlyEvent()
                    .labels()
                    .project();

            assertThat(project.text()).isEqualTo("a\uFFFD\uFFFDb");
        }
    }

    @Nested
    class An_edit {

        private static final String CALL =
                "{'type':'assistant','timestamp':'2026-11-20T09:00:00Z','message':{'content':"
                        + "[{'type':'tool_use','id':'t','name':'Edit','input':{'file_path':'/a/B.java'}}]}}";
        private static final String RESULT = "{'type':'user','timestamp':'2026-11-20T09:01:00Z','message':{'content':"
                + "[{'type':'tool_result','tool_use_id':'t','content':'ok'}]}}";

        @Test
        void is_whole_once_its_call_and_its_result_are_there() {
            assertThat(Read.lines(CALL).totals().sums()).doesNotContainKey("accepted");
            assertThat(Read.lines(RESULT).totals().sums()).doesNotContainKey("accepted");

            var sums = Read.lines(RESULT, CALL).totals().sums();

            assertThat(sums).containsEntry("accepted", 1L).containsEntry("language Java", 1L);
        }

        @Test
        void is_not_a_request() {
            assertThat(Read.lines(CALL).onlyEvent().kind()).isEqualTo(UsageEvent.Kind.EDIT);
        }

        @Test
        void that_failed_is_neither_accepted_nor_rejected() {
            var failed = RESULT.replace("'content':'ok'", "'is_error':true,'content':'No such text'");

            assertThat(Read.lines(CALL, failed).totals().sums())
                    .isEqualTo(Read.lines().totals().sums());
        }

        @Test
        void is_rejected_by_a_text_in_a_list_too() {
            var rejected = RESULT.replace(
                    "'content':'ok'",
                    "'content':[{'type':'text','text':'[Request interrupted by user for tool use]'}],'is_error':true");

            assertThat(Read.lines(rejected, CALL).totals().sums()).containsEntry("rejected", 1L);
        }

        @Test
        void without_a_patch_in_its_result_is_accepted_with_unknown_lines() {
            var edit = Read.lines(
                            CALL, RESULT.replace("'type':'user'", "'type':'user','toolUseResult':{'filePath':'/x'}"))
                    .onlyEvent();

            assertThat(edit.counted().decisions().acceptances()).isEqualTo(Count.ONE);
            assertThat(edit.counted().lines()).isEqualTo(LinesChanged.UNKNOWN);
        }

        @Test
        void that_a_copy_knows_the_lines_of_keeps_them() {
            var patched = RESULT.replace(
                    "'type':'user'",
                    "'type':'user','isSidechain':true,"
                            + "'toolUseResult':{'structuredPatch':[{'lines':['+a','+b','-c']}]}");

            assertThat(Read.lines(patched, RESULT, CALL).onlyEvent().counted().lines())
                    .isEqualTo(LinesChanged.of(2, 1));
        }
    }

    @Nested
    class The_end {

        private static final byte[] UNFINISHED = Read.bytesOf(REQUEST, REQUEST.substring(0, 100));
        private static final byte[] UNTERMINATED = Read.bytesOf(REQUEST, REQUEST.replace("'m'", "'n'"));
        private static final int FIRST = REQUEST.length() + 1;

        @Test
        void of_a_growing_file_may_be_half_a_line_that_waits() {
            var sink = new CollectingSink();

            assertThat(Read.bytes(UNFINISHED, EndOfFile.MAY_GROW, sink)).isEqualTo(new ReadPosition(FIRST, 1));
            assertThat(sink.rows()).isEqualTo(1);
            assertThat(sink.rejections()).isEmpty();
        }

        @Test
        void of_a_growing_file_may_be_a_line_without_its_break_that_is_taken_and_read_again() {
            var sink = new CollectingSink();

            assertThat(Read.bytes(UNTERMINATED, EndOfFile.MAY_GROW, sink)).isEqualTo(new ReadPosition(FIRST, 1));
            assertThat(sink.events()).hasSize(2);
        }

        @Test
        void of_a_finished_file_is_a_line_like_any_other() {
            var sink = new CollectingSink();

            assertThat(Read.bytes(UNFINISHED, sink)).isEqualTo(new ReadPosition(UNFINISHED.length, 2));
            assertThat(Read.bytes(UNTERMINATED, sink)).isEqualTo(new ReadPosition(UNTERMINATED.length, 2));
            assertThat(sink.rejections()).containsOnlyKeys(2L);
            assertThat(sink.events()).hasSize(2);
        }

        @Test
        void of_nothing_is_its_beginning() {
            assertThat(Read.bytes(new byte[0], new CollectingSink())).isEqualTo(ReadPosition.START);
        }
    }

    @Test
    void marks_line_breaks_of_all_kinds_and_empty_lines_change_nothing() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var part : new String[] {"\uFEFF", "\r\n", REQUEST, " \t\r\n\n", "\uFEFF" + REQUEST, "\n\n"}) {
            bytes.write(part.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }
        var sink = new CollectingSink();

        Read.bytes(bytes.toByteArray(), sink);

        assertThat(sink.rows()).isEqualTo(2);
        assertThat(sink.events()).isEqualTo(Read.lines(REQUEST).events());
    }
}
