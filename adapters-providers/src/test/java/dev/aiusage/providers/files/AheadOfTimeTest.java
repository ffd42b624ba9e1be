package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AheadOfTimeTest {

    private static final String CLAUDE =
            "{'type':'assistant','timestamp':'TIME','message':{'id':'m','usage':{'input_tokens':1,'output_tokens':2}}}";
    private static final String CODEX = "{'timestamp':'TIME','type':'event_msg','payload':{'type':'token_count','info':"
            + "{'total_token_usage':{'input_tokens':9,'output_tokens':1}}}}";
    private static final String GEMINI_HEAD = "{'sessionId':'s','projectHash':'p','startTime':'2026-11-20T09:00:00Z'}";
    private static final String GEMINI =
            "{'id':'m','type':'gemini','timestamp':'TIME','tokens':{'input':1,'output':2},'model':'gemini-2.5-pro'}";

    @Test
    void what_lies_ahead_of_the_clock_is_told_apart_from_what_can_never_be() {
        assertThat(Read.lines(at("2026-11-27T12:00:00Z", CLAUDE), at("1970-01-01T00:00:00Z", CLAUDE), "rubbish"))
                .satisfies(sink -> assertThat(sink.rejections()).containsOnlyKeys(1L, 2L, 3L))
                .satisfies(sink -> assertThat(sink.ahead()).containsOnlyKeys(1L));
    }

    @Test
    void it_is_told_of_every_tool() {
        var codex = LogReading.codex()
                .lines("{'type':'session_meta','payload':{'id':'a'}}", at("2999-01-01T00:00:00Z", CODEX));
        var lines = LogReading.gemini().lines(GEMINI_HEAD, at("2999-01-01T00:00:00Z", GEMINI));
        var whole = LogReading.gemini()
                .lines("{'sessionId':'s','projectHash':'p','messages':[", at("2999-01-01T00:00:00Z", GEMINI), "]}");

        assertThat(codex.sink().ahead()).containsOnlyKeys(2L);
        assertThat(lines.sink().ahead()).containsOnlyKeys(2L);
        assertThat(whole.sink().ahead()).containsOnlyKeys(1L);
    }

    private static String at(String time, String line) {
        return line.replace("TIME", time);
    }
}
