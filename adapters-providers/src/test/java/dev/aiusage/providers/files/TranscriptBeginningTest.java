package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptBeginningTest {

    @ParameterizedTest
    @ValueSource(strings = {"session.jsonl", "fork.jsonl", "old.jsonl", "subagents/agent-a1.jsonl"})
    void transcripts_are_recognised_by_each_of_their_lines(String name) {
        var file = Read.file(name);

        assertThat(Read.READER.recognises(file)).isTrue();
        assertThat(Read.READER.recognises(Arrays.copyOf(file, 300))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'summary','summary':'x','leafUuid':'u'}",
                "{'type':'queue-operation','operation':'dequeue','sessionId':'s'}",
                "rubbish\n{\n\n{'type':'user','uuid':'u','sessionId':'s'}",
                "{'timestamp':'2025-05-25T11:10:48Z','message':{'usage':{'input_tokens':3}}}",
                "{'parentUuid':null,'isSidechain':false,'sessionId':'s','message':{'content':'a line that is cut o",
            })
    void one_line_that_looks_like_it_is_enough(String beginning) {
        assertThat(Read.READER.recognises(Read.bytesOf(beginning))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "rubbish",
                "date,tool,requests\n2026-11-24,cursor,5",
                "[{'type':'user','sessionId':'s','messageId':0}]",
                "{'daily':[{'date':'2026-11-24','inputTokens':5}],'totals':{}}",
                "{'timestamp':'2026-11-24T10:00:00Z','type':'session_meta','payload':{'id':'s','cwd':'/w'}}\n"
                        + "{'timestamp':'2026-11-24T10:00:01Z','type':'event_msg','payload':{'type':'token_count'}}",
                "{'type':'message','role':'user','content':[]}",
                "{'type':'session.start','data':{'sessionId':'s'},'id':'e','parentId':null}",
                "{'type':'message','id':'a','parentId':null,'message':{'role':'assistant','usage':{'input':1}}}",
            })
    void files_of_others_are_left_to_others(String beginning) {
        assertThat(Read.READER.recognises(Read.bytesOf(beginning))).isFalse();
    }

    @Test
    void bytes_of_any_kind_are_looked_at_without_harm() {
        var bytes = new byte[1 << 16];
        Arrays.fill(bytes, (byte) '{');

        assertThat(Read.READER.recognises(bytes)).isFalse();
        assertThat(Read.READER.recognises(new byte[1 << 16])).isFalse();
    }
}
