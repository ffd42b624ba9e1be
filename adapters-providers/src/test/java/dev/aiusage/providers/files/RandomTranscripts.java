package dev.aiusage.providers.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes the lines of some sessions: streamed parts, forks, sidechains, edits of every kind, rubbish. */
final class RandomTranscripts {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> MODELS = List.of(
            "claude-opus-5-5", "claude-sonnet-5-5", "claude-haiku-5-5[1m]", "somebody-elses-model", "<synthetic>");
    private static final List<String> FOLDERS = List.of("/home/ada/shop", "C:\\work\\ledger\\", "/srv/wiki/", "/");
    private static final List<String> FILES = List.of("/a/App.java", "C:\\b\\x.ts", "/c/Makefile", "/d/e.weird", "/f");
    private static final List<String> RUBBISH = List.of(
            "{",
            "}",
            "null",
            "[]",
            "7",
            "\"text\"",
            "{\"type\":\"assistant\",",
            "{}{}",
            "\u0000\u0001\u0002",
            "not json",
            "{\"type\":\"assistant\",\"timestamp\":\"yesterday\",\"message\":{\"usage\":{\"input_tokens\":1}}}",
            "{\"timestamp\":\"2026-09-01T00:00:00Z\",\"message\":{\"usage\":{\"input_tokens\":-1}}}",
            "{\"timestamp\":\"2026-09-01T00:00:00Z\",\"message\":{\"usage\":{\"output_tokens\":1.5}}}",
            "{\"timestamp\":\"2026-09-01T00:00:00Z\",\"message\":{\"usage\":{\"output_tokens\":12345678901234567890}}}",
            "{\"timestamp\":\"2999-09-01T00:00:00Z\",\"message\":{\"usage\":{\"output_tokens\":5}}}",
            "{\"timestamp\":\"1970-09-01T00:00:00Z\",\"message\":{\"usage\":{\"output_tokens\":5}}}",
            "{\"message\":{\"usage\":{\"output_tokens\":5}}}",
            "[".repeat(5_000),
            "{\"a\":".repeat(2_000));
    private static final List<String> OTHERS = List.of(
            "{\"type\":\"summary\",\"summary\":\"Fix the build\",\"leafUuid\":\"u\"}",
            "{\"type\":\"system\",\"message\":{\"usage\":{\"input_tokens\":9}},\"timestamp\":\"2026-09-01T00:00:00Z\"}",
            "{\"type\":\"progress\",\"data\":{\"message\":{\"message\":{\"usage\":{\"input_tokens\":9}}}}}",
            "{\"type\":\"user\",\"toolUseResult\":{\"usage\":{\"input_tokens\":9}},\"message\":{\"content\":\"hi\"}}",
            "{\"type\":\"cost-state\",\"totalCostUSD\":1.5}",
            "{}",
            "",
            "   ",
            "\r");

    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private int ids;

    private RandomTranscripts(Random random) {
        this.random = random;
    }

    static List<String> lines(Random random, int sessions) {
        var transcripts = new RandomTranscripts(random);
        for (var i = 0; i < sessions; i++) {
            transcripts.session("session-" + i);
        }
        Collections.shuffle(transcripts.lines, random);
        return transcripts.lines;
    }

    private void session(String id) {
        for (var i = random.nextInt(12); i >= 0; i--) {
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> request(id);
                case 3, 4 -> edit(id);
                default -> lines.add(random.nextBoolean() ? pick(RUBBISH) : pick(OTHERS));
            }
        }
    }

    private void request(String session) {
        var line = line("assistant", session);
        var message = line.putObject("message").put("model", pick(MODELS));
        message.putArray("content").addObject().put("type", "text").put("text", "Ähm \"so\"\n\uD83D\uDE00");
        var output = usage(message.putObject("usage"));
        nullable(message, "id", "msg_" + (random.nextInt(3) == 0 ? random.nextInt(20) : 1_000 + ids++));
        nullable(line, "requestId", "req_" + message.path("id").asText());
        if (random.nextInt(8) == 0) {
            line.remove("type");
        }
        if (random.nextInt(10) == 0) {
            line.put("isApiErrorMessage", true);
        }
        write(line);
        if (random.nextBoolean()) {
            ((ObjectNode) message.get("usage")).put("output_tokens", Math.max(0, output - random.nextInt(50)));
            write(line);
        }
        if (random.nextInt(4) == 0) {
            line.put("isSidechain", true);
            write(line);
        }
        if (random.nextInt(4) == 0) {
            line.put("sessionId", session + "-fork").putObject("forkedFrom").put("sessionId", session);
            write(line);
        }
    }

    private int usage(ObjectNode usage) {
        var output = random.nextInt(5) == 0 ? 0 : random.nextInt(1_000);
        usage.put("input_tokens", output == 0 ? 0 : random.nextInt(100)).put("output_tokens", output);
        if (output > 0 && random.nextBoolean()) {
            usage.put("cache_read_input_tokens", random.nextInt(100_000));
            usage.put("cache_creation_input_tokens", random.nextInt(5_000));
        }
        if (output > 0 && random.nextBoolean()) {
            var kinds = usage.putObject("cache_creation").put("ephemeral_5m_input_tokens", random.nextInt(3_000));
            nullable(kinds, "ephemeral_1h_input_tokens", random.nextInt(3_000));
        }
        nullable(usage, "speed", random.nextBoolean() ? "fast" : "standard");
        usage.putArray("iterations").addObject().put("input_tokens", 3);
        return output;
    }

    private void edit(String session) {
        var id = "toolu_" + ids++;
        var file = pick(FILES);
        var name = pick(List.of("Edit", "MultiEdit", "Write", "NotebookEdit", "Bash", "Read"));
        var call = line("assistant", session);
        var block = call.putObject("message").putArray("content").addObject();
        block.put("type", "tool_use").put("id", id).put("name", name);
        block.putObject("input").put(name.equals("NotebookEdit") ? "notebook_path" : "file_path", file);
        if (random.nextInt(8) > 0) {
            write(call);
        }
        var result = line("user", session);
        var answer = result.putObject("message").putArray("content").addObject();
        answer.put("type", "tool_result").put("tool_use_id", id);
        result(name, file, result, answer);
        if (random.nextInt(8) > 0) {
            write(result);
        }
        if (random.nextInt(4) == 0) {
            result.remove("toolUseResult");
            write(result.put("isSidechain", true));
        }
    }

    private void result(String name, String file, ObjectNode line, ObjectNode answer) {
        var kind = random.nextInt(6);
        if (kind == 0) {
            answer.put("is_error", true).put("content", "The user doesn't want to proceed with this tool use. Stop.");
            line.put("toolUseResult", "Error: rejected");
        } else if (kind == 1) {
            var text = random.nextBoolean() ? "[Request interrupted by user for tool use]" : "No such file";
            answer.put("is_error", true)
                    .putArray("content")
                    .addObject()
                    .put("type", "text")
                    .put("text", text);
        } else if (kind == 2) {
            answer.put("content", "ok");
        } else if (name.equals("NotebookEdit")) {
            line.putObject("toolUseResult").put("notebook_path", file).put("new_source", "a\nb");
        } else if (name.equals("Bash") || name.equals("Read")) {
            line.putObject("toolUseResult")
                    .put("type", "text")
                    .putObject("file")
                    .put("filePath", file);
        } else {
            patch(line.putObject("toolUseResult").put("filePath", file));
        }
    }

    private void patch(ObjectNode result) {
        var lines = result.putArray("structuredPatch");
        if (random.nextInt(3) == 0) {
            result.put("type", "create").put("content", pick(List.of("", "a", "a\n", "\n", "a\n\nb", "\"\\\n+\n")));
            return;
        }
        for (var i = random.nextInt(3); i >= 0; i--) {
            var hunk = lines.addObject().put("oldStart", 1).putArray("lines");
            hunk.add(" same")
                    .add("+new \"line\"")
                    .add("+")
                    .add("-old")
                    .add("\\ No newline at end of file")
                    .add("");
        }
    }

    private ObjectNode line(String type, String session) {
        var line = JsonNodeFactory.instance.objectNode();
        line.put("type", type).put("uuid", "uuid-" + ids++).put("isSidechain", false);
        line.put(
                "timestamp",
                Instant.parse("2026-09-01T00:00:00Z")
                        .plusSeconds(random.nextInt(1_000_000))
                        .toString());
        nullable(line, "sessionId", session);
        nullable(line, "cwd", pick(FOLDERS));
        return line;
    }

    private void nullable(ObjectNode object, String field, Object value) {
        switch (random.nextInt(8)) {
            case 0 -> object.remove(field);
            case 1 -> object.putNull(field);
            default -> object.set(field, MAPPER.valueToTree(value));
        }
    }

    private void write(ObjectNode line) {
        var text = random.nextBoolean() ? line.toString() : LooseJson.write(line, random);
        var repeated = random.nextInt(6) == 0 ? 2 : 1;
        for (var i = 0; i < repeated; i++) {
            lines.add(text);
        }
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
