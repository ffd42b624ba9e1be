package dev.aiusage.providers.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Counts transcripts by their rules in the plainest way: all lines in memory, whole trees, one rule after the other. */
final class PlainCount {

    private static final Set<String> EDITS = Set.of("Edit", "MultiEdit", "Write", "NotebookEdit");

    private final ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final Map<String, List<JsonNode>> copies = new HashMap<>();
    private final Map<String, List<JsonNode>> results = new HashMap<>();
    private final Map<String, String> calls = new HashMap<>();
    private final Set<Long> rejected = new TreeSet<>();
    private final Instant now;
    private long rows;

    PlainCount(List<String> lines, Instant now) {
        this.now = now;
        for (var i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows++;
                if (!take(lines.get(i))) {
                    rejected.add(i + 1L);
                }
            }
        }
    }

    private boolean take(String text) {
        JsonNode line;
        try {
            line = mapper.readTree(text);
        } catch (JsonProcessingException malformed) {
            return false;
        }
        if (!line.isObject()) {
            return false;
        }
        var type = line.path("type").asText("");
        if ((type.isEmpty() || type.equals("assistant"))
                && line.at("/message/usage").isObject()) {
            if (!isSound(line)) {
                return false;
            }
            if (tellsSomething(line)) {
                copies.computeIfAbsent(key(line, text), first -> new ArrayList<>())
                        .add(line);
            }
        }
        for (var block : line.at("/message/content")) {
            if (type.equals("assistant") && EDITS.contains(block.path("name").asText())) {
                var input = block.path("input");
                calls.put(
                        block.path("id").asText(),
                        input.path("file_path")
                                .asText(input.path("notebook_path").asText("")));
            } else if (type.equals("user") && block.path("type").asText().equals("tool_result")) {
                results.computeIfAbsent(block.path("tool_use_id").asText(), first -> new ArrayList<>())
                        .add(line);
            }
        }
        return true;
    }

    private boolean isSound(JsonNode line) {
        for (var amount : line.at("/message/usage")) {
            if (amount.isNumber()
                    && !(amount.canConvertToLong() && amount.isIntegralNumber() && amount.longValue() >= 0)) {
                return false;
            }
        }
        try {
            var at = Instant.parse(line.path("timestamp").asText());
            return at.isAfter(Instant.parse("2020-01-01T00:00:00Z")) && at.isBefore(now.plusSeconds(2 * 86_400));
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }

    /** A line that tells of no usage takes no other's place, whatever they share. */
    private static boolean tellsSomething(JsonNode line) {
        return isRequest(line) || tokens(line) > 0;
    }

    private static boolean isRequest(JsonNode line) {
        return !line.at("/message/model").asText().equals("<synthetic>")
                && !line.path("isApiErrorMessage").asBoolean();
    }

    private static String key(JsonNode line, String text) {
        var id = line.at("/message/id");
        if (id.isTextual()) {
            return "id " + id + " "
                    + (line.hasNonNull("requestId") ? line.get("requestId") : MissingNode.getInstance());
        }
        return line.hasNonNull("uuid") ? "uuid " + line.get("uuid") : "bytes " + text;
    }

    long rows() {
        return rows;
    }

    Set<Long> rejected() {
        return rejected;
    }

    Map<String, Long> sums() {
        var totals = new Totals();
        copies.values().forEach(same -> addRequest(best(same), totals));
        results.forEach((id, same) -> addEdit(id, same, totals));
        return totals.sums();
    }

    private static JsonNode best(List<JsonNode> same) {
        return same.stream()
                .min(Comparator.<JsonNode, Boolean>comparing(
                                line -> line.path("isSidechain").asBoolean())
                        .thenComparing(line -> -tokens(line))
                        .thenComparing(line -> !line.at("/message/usage").hasNonNull("speed"))
                        .thenComparing(line -> line.path("timestamp").asText())
                        .thenComparing(line -> line.hasNonNull("forkedFrom")))
                .orElseThrow();
    }

    private static long tokens(JsonNode line) {
        var usage = line.at("/message/usage");
        return usage.path("input_tokens").asLong()
                + usage.path("output_tokens").asLong()
                + usage.path("cache_read_input_tokens").asLong()
                + cacheCreation(usage);
    }

    private static long cacheCreation(JsonNode usage) {
        var kinds = usage.path("cache_creation");
        return Math.max(
                usage.path("cache_creation_input_tokens").asLong(),
                kinds.path("ephemeral_5m_input_tokens").asLong()
                        + kinds.path("ephemeral_1h_input_tokens").asLong());
    }

    private static void addRequest(JsonNode line, Totals totals) {
        var model = line.at("/message/model").asText();
        var usage = line.at("/message/usage");
        var requests = isRequest(line) ? 1 : 0;
        totals.add("requests", requests);
        totals.add("model " + model, requests);
        totals.add("project " + project(line.hasNonNull("cwd") ? line.get("cwd").asText() : ""), requests);
        totals.add("day " + line.path("timestamp").asText().substring(0, 10), requests);
        totals.add("input", usage.path("input_tokens").asLong());
        totals.add("output", usage.path("output_tokens").asLong());
        totals.add("cache read", usage.path("cache_read_input_tokens").asLong());
        totals.add("cache creation", cacheCreation(usage));
        if (line.hasNonNull("sessionId")) {
            totals.session(UUID.nameUUIDFromBytes(line.get("sessionId").asText().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String project(String directory) {
        var path = Path.of(directory.replace('\\', '/'));
        return path.getFileName() == null ? "" : path.getFileName().toString();
    }

    private void addEdit(String id, List<JsonNode> same, Totals totals) {
        var patches = same.stream()
                .map(line -> line.path("toolUseResult"))
                .filter(PlainCount::isPatch)
                .toList();
        var block = same.get(0).at("/message/content/0");
        var text = block.at(block.path("content").isArray() ? "/content/0/text" : "/content")
                .asText();
        if (!patches.isEmpty()) {
            var patch = patches.get(0);
            totals.add("accepted", 1);
            totals.add(
                    "language "
                            + language(patch.path("filePath")
                                    .asText(patch.path("notebook_path").asText())),
                    1);
            addLines(patch, totals);
        } else if (calls.containsKey(id) && (!block.path("is_error").asBoolean() || isRejection(text))) {
            totals.add(block.path("is_error").asBoolean() ? "rejected" : "accepted", 1);
            totals.add("language " + language(calls.get(id)), 1);
        }
    }

    private static boolean isPatch(JsonNode result) {
        return result.has("structuredPatch") || result.has("notebook_path");
    }

    private static boolean isRejection(String text) {
        return text.startsWith("The user doesn't want to proceed with this tool use.")
                || text.startsWith("[Request interrupted by user for tool use]");
    }

    private static void addLines(JsonNode patch, Totals totals) {
        if (patch.path("type").asText().equals("create")) {
            totals.add("added", patch.path("content").asText().lines().count());
        }
        for (var hunk : patch.path("structuredPatch")) {
            for (var line : hunk.path("lines")) {
                totals.add("added", line.asText().startsWith("+") ? 1 : 0);
                totals.add("removed", line.asText().startsWith("-") ? 1 : 0);
            }
        }
    }

    private static String language(String file) {
        return switch (file) {
            case "/a/App.java" -> "Java";
            case "C:\\b\\x.ts" -> "TypeScript";
            case "/c/Makefile" -> "Makefile";
            case "/d/e.weird" -> "weird";
            default -> "";
        };
    }
}
