package dev.aiusage.providers.files;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Makes up sessions, knows what was really requested in them, and writes the files that Codex would leave of it. */
final class RandomCodexSessions {

    private static final List<String> MODELS = List.of("gpt-6-astra", "gpt-6-astra-mini", "local");
    private static final List<String> PROJECTS = List.of("shop", "ledger", "wiki");
    private static final List<String> RUBBISH = List.of("{", "null", "[]", "not json", "{}{}", "{\"a\":".repeat(2_000));
    private static final List<String> OTHERS = List.of(
            "{\"timestamp\":\"2026-09-01T00:00:00Z\",\"type\":\"response_item\",\"payload\":{\"type\":\"message\"}}",
            "{\"timestamp\":\"2026-09-01T00:00:00Z\",\"type\":\"event_msg\",\"payload\":{\"type\":\"token_count\",\"info\":null}}",
            "{}",
            "");

    /** The lines of a file, and which of them can't be read. */
    record File(List<String> lines, Set<Long> broken) {

        String text() {
            return String.join("\n", lines) + "\n";
        }
    }

    private final Random random;
    private final List<File> files = new ArrayList<>();
    private final Totals truth = new Totals();
    private int turns;

    private List<ObjectNode> session = new ArrayList<>();
    private File file = new File(new ArrayList<>(), new TreeSet<>());
    private long input;
    private long cached;
    private long written;
    private long output;

    RandomCodexSessions(Random random, int sessions) {
        this.random = random;
        for (var i = 0; i < sessions; i++) {
            begin(head("session-" + i));
            for (var turn = random.nextInt(4); turn >= 0; turn--) {
                turn("session-" + i);
            }
            if (random.nextBoolean()) {
                fork("session-" + i, "fork-" + i);
            }
        }
    }

    List<File> files() {
        return files;
    }

    Totals truth() {
        return truth;
    }

    private void begin(ObjectNode head) {
        file = new File(new ArrayList<>(), new TreeSet<>());
        files.add(file);
        session = new ArrayList<>();
        input = 0;
        cached = 0;
        written = 0;
        output = 0;
        write(head);
    }

    /** Repeats all lines under the time of the fork, and goes on from the totals reached. */
    private void fork(String parent, String id) {
        var copied = List.copyOf(session);
        var totals = new long[] {input, cached, written, output};
        var head = head(id);
        ((ObjectNode) head.get("payload")).put("forked_from_id", parent);
        begin(head);
        copied.forEach(line -> write(line.deepCopy().put("timestamp", "2026-10-20T08:00:00Z")));
        input = totals[0];
        cached = totals[1];
        written = totals[2];
        output = totals[3];
        turn(id);
    }

    private void turn(String id) {
        var model = pick(MODELS);
        var project = pick(PROJECTS);
        var context = line("turn_context", 0);
        ((ObjectNode) context.get("payload"))
                .put("turn_id", "turn-" + turns++)
                .put("model", model)
                .put("cwd", "/home/ada/" + project);
        write(context);
        for (var i = random.nextInt(5); i >= 0; i--) {
            noise();
            if (input > 50_000 && random.nextInt(4) == 0) {
                input = 0;
                cached = 0;
                written = 0;
                output = 0;
            }
            request(id, model, project);
        }
    }

    private void request(String id, String model, String project) {
        var day = random.nextInt(28) + 1;
        var more = 1 + random.nextInt(10_000);
        var ofCache = random.nextInt(more + 1);
        var toCache = random.nextInt(more - ofCache + 1);
        var answer = random.nextInt(500);
        input += more;
        cached += ofCache;
        written += toCache;
        output += answer;
        truth.add("requests", 1);
        truth.add("model " + model, 1);
        truth.add("project " + project, 1);
        truth.add("day " + LocalDate.of(2026, 9, day), 1);
        truth.add("input", more - ofCache - toCache);
        truth.add("cache read", ofCache);
        truth.add("cache creation", toCache);
        truth.add("output", answer);
        truth.session(UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var told = line("event_msg", day);
        var info = ((ObjectNode) told.get("payload")).put("type", "token_count").putObject("info");
        usage(info.putObject("total_token_usage"), input, cached, written, output);
        var last = info.putObject("last_token_usage");
        if (random.nextBoolean()) {
            usage(last, more, ofCache, toCache, answer);
        }
        for (var copies = random.nextInt(3); copies >= 0; copies--) {
            write(told);
        }
    }

    private void usage(ObjectNode usage, long in, long read, long write, long out) {
        usage.put("input_tokens", in)
                .put(random.nextBoolean() ? "cached_input_tokens" : "cache_read_input_tokens", read);
        usage.put("cache_write_input_tokens", write).put("output_tokens", out);
        usage.put("reasoning_output_tokens", out / 2).put("total_tokens", in + out + out / 2);
    }

    private void noise() {
        switch (random.nextInt(4)) {
            case 0 -> {
                file.lines().add(pick(RUBBISH));
                file.broken().add((long) file.lines().size());
            }
            case 1 -> file.lines().add(pick(OTHERS));
            default -> file.lines();
        }
    }

    private ObjectNode head(String id) {
        var head = line("session_meta", 1);
        ((ObjectNode) head.get("payload"))
                .put("id", id)
                .put("cwd", "/elsewhere")
                .put("source", "cli");
        return head;
    }

    private ObjectNode line(String type, int day) {
        var line = JsonNodeFactory.instance.objectNode();
        line.put(
                "timestamp",
                Instant.parse("2026-08-31T00:00:00Z")
                        .plusSeconds(day * 86_400L + 3_600)
                        .toString());
        line.put("type", type).putObject("payload");
        return line;
    }

    private void write(ObjectNode line) {
        session.add(line);
        file.lines().add(random.nextBoolean() ? line.toString() : LooseJson.write(line, random));
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
