package dev.aiusage.providers.files;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Makes up a chat, knows what was really requested in it, and writes it in both forms that Gemini CLI would leave. */
final class RandomGeminiChat {

    private static final List<String> MODELS = List.of("gemini-3-pro", "gemini-3-flash");
    private static final List<String> OTHERS = List.of("user", "info", "error", "warning", "tool");

    private final Random random;
    private final Totals truth;
    private final List<ObjectNode> messages = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final ObjectNode head = JsonNodeFactory.instance.objectNode();

    RandomGeminiChat(Random random, String session, Totals truth) {
        this.random = random;
        this.truth = truth;
        head.put("sessionId", session).put("projectHash", "f".repeat(64)).put("startTime", "2026-09-01T00:00:00Z");
        lines.add(head.toString());
        var requests = random.nextInt(8);
        for (var i = 0; i < requests; i++) {
            other(i);
            request(i);
        }
        if (requests > 0) {
            truth.session(UUID.nameUUIDFromBytes(session.getBytes(StandardCharsets.UTF_8)));
        }
    }

    String asLines() {
        return String.join("\n", lines) + "\n";
    }

    String asWhole() {
        var whole = head.deepCopy();
        var list = whole.putArray("messages");
        messages.forEach(list::add);
        return random.nextBoolean() ? whole.toPrettyString() : LooseJson.write(whole, random);
    }

    private void other(int number) {
        var message = message("other-" + number, OTHERS.get(random.nextInt(OTHERS.size())));
        message.put("content", "Ähm \"so\"\n").putObject("tokens").put("input", 7);
        messages.add(message);
        line(message);
    }

    private void request(int number) {
        var message = message("m-" + number, "gemini");
        var model = MODELS.get(random.nextInt(MODELS.size()));
        message.put("model", model).putNull("tokens");
        if (random.nextBoolean()) {
            line(message);
        }
        for (var copies = random.nextInt(3); copies >= 0; copies--) {
            tokens(message.putObject("tokens"));
            line(message);
        }
        messages.add(message);
        var last = message.get("tokens");
        if (random.nextInt(4) == 0) {
            var change = JsonNodeFactory.instance.objectNode();
            messages.forEach(change.putObject("$set").putArray("messages")::add);
            line(change);
        }
        truth.add("requests", 1);
        truth.add("project ", 1);
        truth.add("model " + model, 1);
        truth.add("day " + message.path("timestamp").asText().substring(0, 10), 1);
        truth.add(
                "input",
                last.path("input").asLong()
                        - last.path("cached").asLong()
                        + last.path("tool").asLong());
        truth.add("cache read", last.path("cached").asLong());
        truth.add("output", last.path("output").asLong() + last.path("thoughts").asLong());
    }

    private void tokens(ObjectNode tokens) {
        var input = random.nextInt(20_000);
        var output = random.nextInt(500);
        tokens.put("input", input).put("output", output).put("cached", random.nextInt(input + 1));
        if (random.nextBoolean()) {
            tokens.put("thoughts", random.nextInt(300)).put("tool", random.nextInt(200));
        }
        tokens.put("total", input + output);
    }

    private ObjectNode message(String id, String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("timestamp", LocalDate.of(2026, 9, 1 + random.nextInt(28)) + "T10:00:00.000Z")
                .put("type", type);
    }

    private void line(ObjectNode object) {
        lines.add(random.nextBoolean() ? object.toString() : LooseJson.write(object, random));
    }
}
