package dev.aiusage.providers.github;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rows of made-up users, whose every field may be missing. */
final class RandomUserRows {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> LOGINS = List.of("alice", "Bob", "carol-d", "dave_acme");
    private static final List<String> FEATURES =
            List.of("code_completion", "chat_inline", "agent_edit", "copilot_cli", "chat_panel_ask_mode");
    private static final List<String> MODELS = List.of("gpt-5.4", "claude-4.5-sonnet", "auto", "unknown");
    private static final List<String> LANGUAGES = List.of("java", "python", "unknown");
    private static final List<String> COUNTERS = List.of(
            "user_initiated_interaction_count",
            "code_generation_activity_count",
            "code_acceptance_activity_count",
            "loc_suggested_to_add_sum",
            "loc_added_sum",
            "loc_deleted_sum");

    private final Random random;

    RandomUserRows(Random random) {
        this.random = random;
    }

    List<ObjectNode> of(LocalDate day) {
        var rows = new ArrayList<ObjectNode>();
        for (var number = random.nextInt(8); number > 0; number--) {
            rows.add(row(day));
        }
        return rows;
    }

    private ObjectNode row(LocalDate day) {
        var row = counters();
        row.put("day", day.toString());
        row.put("user_login", one(LOGINS));
        if (random.nextBoolean()) {
            row.put("ai_credits_used", new BigDecimal(random.nextInt(1_000_000)).movePointLeft(4));
        }
        if (random.nextInt(4) > 0) {
            parts(row.putArray("totals_by_feature"), "feature", FEATURES);
        }
        parts(row.putArray("totals_by_model_feature"), "model", MODELS);
        parts(row.putArray("totals_by_language_feature"), "language", LANGUAGES);
        for (var surface : List.of("totals_by_cli", "totals_by_copilot_app")) {
            if (random.nextInt(3) == 0) {
                surface(row.putObject(surface));
            }
        }
        return row;
    }

    private void parts(ArrayNode parts, String name, List<String> labels) {
        for (var number = random.nextInt(4); number > 0; number--) {
            var part = counters();
            part.put("feature", one(FEATURES));
            part.put(name, one(labels));
            parts.add(part);
        }
    }

    private void surface(ObjectNode surface) {
        surface.put("session_count", random.nextInt(5));
        surface.put("request_count", random.nextInt(50));
        surface.put("prompt_count", random.nextInt(50));
        if (random.nextBoolean()) {
            surface.putObject("token_usage")
                    .put("prompt_tokens_sum", random.nextInt(1_000_000))
                    .put("output_tokens_sum", random.nextInt(1_000_000));
        }
    }

    private ObjectNode counters() {
        var counters = MAPPER.createObjectNode();
        for (var counter : COUNTERS) {
            if (random.nextInt(6) > 0) {
                counters.put(counter, random.nextInt(1000));
            }
        }
        return counters;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
