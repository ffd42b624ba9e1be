package dev.aiusage.imports;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A small file of each format that can be imported, with a row for each of some days.
 *
 * @param requests of one row
 * @param tokens of one row; 0 where the format tells none
 * @param equalRows what two equal rows of one file are
 */
record SampleFile(
        String format,
        String head,
        String row,
        String between,
        String tail,
        long requests,
        long tokens,
        Equal equalRows) {

    enum Equal {
        /** The format gives its rows no identity, so each counts. */
        TWO,
        /** Rows have an identity, so the same one is one. */
        ONE
    }

    /** What stands in a row: a date, a number, a name, and what a caller adds to it. */
    record Row(int id, String date, String number, String name, String more) {

        static Row good(int id) {
            return new Row(id, "2026-11-" + (10 + id), "7", "a-model", "");
        }
    }

    private static final String CURSOR_HEAD =
            "Date,Kind,Model,Input (w/ Cache Write),Input (w/o Cache Write),Cache Read,Output Tokens,Total Tokens,Cost\n";

    private static final List<SampleFile> ALL = List.of(
            new SampleFile("usage_events_jsonl", "", """
                    {"usage_event":1,"key":"00000000-0000-4000-8000-00000000000{id}","tool":"claude_code",\
                    "timestamp":"{date}T10:00:00Z","part":"whole","model":"{name}"{more},"requests":1,\
                    "input_tokens":{number},"output_tokens":1,"rank":[1,0,0]}
                    """, "", "", 1, 8, Equal.ONE),
            new SampleFile("claude_code_jsonl", "", """
                    {"type":"assistant","uuid":"u{id}","sessionId":"s","cwd":"/home/ada/shop","timestamp":"{date}T10:00:00Z",\
                    "requestId":"req_{id}","message":{"id":"msg_{id}","type":"message","role":"assistant","model":"{name}",\
                    "content":[]{more},"usage":{"input_tokens":{number},"output_tokens":1}}}
                    """, "", "", 1, 8, Equal.ONE),
            new SampleFile("codex_jsonl", """
                    {"timestamp":"2026-11-10T09:00:00Z","type":"session_meta","payload":{"id":"s1","cwd":"/home/ada/shop"}}
                    {"timestamp":"2026-11-10T09:00:01Z","type":"turn_context","payload":{"turn_id":"t1","model":"a-model"}}
                    """, """
                    {"timestamp":"{date}T10:00:00Z","type":"event_msg","payload":{"type":"token_count"{more},"info":\
                    {"total_token_usage":{"input_tokens":{total},"cached_input_tokens":0,"output_tokens":{id}}}}}
                    """, "", "", 1, 8, Equal.ONE),
            new SampleFile(
                    "gemini_json",
                    "{\"sessionId\":\"g1\",\"projectHash\":\"h\",\"startTime\":\"2026-11-10T09:00:00Z\",\"messages\":[\n",
                    """
                    {"id":"m{id}","timestamp":"{date}T10:00:00Z","type":"gemini","model":"{name}"{more},\
                    "tokens":{"input":{number},"output":1,"cached":0,"thoughts":0,"tool":0,"total":8}}""",
                    ",\n",
                    "]}\n",
                    1,
                    8,
                    Equal.ONE),
            new SampleFile("copilot_metrics_json", "[", """
                    {"date":"{date}"{more},"copilot_dotcom_chat":{"models":[{"name":"{name}","total_chats":{number}}]}}""", ",\n", "]", 7, 0, Equal.ONE),
            new SampleFile("copilot_report_ndjson", "", """
                    {"day":"{date}","user_id":1,"user_login":"ada"{more},"user_initiated_interaction_count":{number},\
                    "code_acceptance_activity_count":1,"totals_by_model_feature":[{"model":"{name}","feature":"x",\
                    "user_initiated_interaction_count":1}]}
                    """, "", "", 8, 0, Equal.TWO),
            new SampleFile(
                    "codeburn_json",
                    "{\"schema\":\"codeburn.export.v2\",\"currency\":{\"code\":\"USD\",\"rate\":1},\"periods\":[],\"records\":[\n",
                    """
                    {"project":"/home/ada/shop","sessionId":"s","timestamp":"{date}T10:00:00Z","provider":"codex",\
                    "model":"{name}"{more},"inputTokens":{number},"outputTokens":1,"cost":0.1}""",
                    ",\n",
                    "]}\n",
                    1,
                    8,
                    Equal.TWO),
            new SampleFile(
                    "tokscale_json",
                    "{\"meta\":{\"generatedAt\":\"x\",\"dateRange\":{}},\"summary\":{\"totalTokens\":1},\"contributions\":[\n",
                    """
                    {"date":"{date}"{more},"tokenBreakdown":{},"clients":[{"client":"claude","modelId":"{name}",\
                    "tokens":{"input":{number},"output":1},"cost":0.1,"messages":3}]}""",
                    ",\n",
                    "]}\n",
                    3,
                    8,
                    Equal.TWO),
            new SampleFile("ccusage_json", "{\"daily\":[\n", """
                    {"date":"{date}"{more},"inputTokens":{number},"outputTokens":1,"cacheReadTokens":0,"totalCost":0.1,\
                    "modelBreakdowns":[{"modelName":"{name}","inputTokens":1}]}""", ",\n", "]}\n", 0, 8, Equal.TWO),
            new SampleFile(
                    "cursor_csv",
                    CURSOR_HEAD,
                    "{date}T10:00:00Z,Included,{name}{more},0,{number},0,1,8,0.10\n",
                    "",
                    "",
                    1,
                    8,
                    Equal.TWO),
            new SampleFile(
                    "github_billing_csv",
                    "date,username,product,sku,model,quantity,unit_type,net_amount\n",
                    "{date},ada,copilot,copilot_premium_request,{name}{more},{number},requests,0.12\n",
                    "",
                    "",
                    7,
                    0,
                    Equal.TWO),
            new SampleFile(
                    "usage_csv",
                    "date,tool,model,requests,total_tokens\n",
                    "{date},cursor,{name}{more},3,{number}\n",
                    "",
                    "",
                    3,
                    7,
                    Equal.TWO));

    static List<SampleFile> all() {
        return ALL;
    }

    /** Whether a row holds the sum of all up to it, so that one makes up for a broken one before it. */
    boolean isCumulative() {
        return row.contains("{total}");
    }

    boolean isTable() {
        return format.endsWith("_csv");
    }

    String of(Row... rows) {
        return Arrays.stream(rows).map(this::text).collect(Collectors.joining(between, head, tail));
    }

    /** Codex writes sums up to the row: 7 more with each. */
    private String text(Row values) {
        var total = values.number.equals("7") ? Integer.toString(7 * values.id) : values.number;
        return row.replace("{id}", Integer.toString(values.id))
                .replace("{total}", total)
                .replace("{date}", values.date)
                .replace("{number}", values.number)
                .replace("{name}", values.name)
                .replace("{more}", values.more);
    }

    @Override
    public String toString() {
        return format;
    }
}
