package dev.aiusage.providers.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Counts rows by one loop and one map, in which each sum has a name: "2026-11-23 member alice requests". */
final class PlainUserCount {

    private final Map<String, BigDecimal> sums = new TreeMap<>();

    void add(JsonNode row, String account) {
        if (!account.isEmpty() && !row.get("user_login").asText().equalsIgnoreCase(account)) {
            return;
        }
        var day = row.get("day").asText();
        addRow(day, row);
        if (account.isEmpty()) {
            addRow(day + " member " + row.get("user_login").asText(), row);
        }
        for (var part : row.get("totals_by_model_feature")) {
            addPart(day + " model " + part.get("model").asText(), part);
        }
        for (var part : row.get("totals_by_language_feature")) {
            addPart(day + " language " + part.get("language").asText(), part);
        }
    }

    Map<String, BigDecimal> sums() {
        return sums;
    }

    private void addRow(String name, JsonNode row) {
        addShared(name, row);
        var features = row.path("totals_by_feature");
        var hasCli = false;
        for (var feature : features) {
            hasCli |= feature.get("feature").asText().equals("copilot_cli");
        }
        if (!hasCli) {
            add(name + " requests", row.at("/totals_by_cli/prompt_count"));
        }
        if (features.isEmpty()) {
            addDecisions(name, row);
        } else {
            sums.merge(name + " suggestions", BigDecimal.ZERO, BigDecimal::add);
            sums.merge(name + " acceptances", BigDecimal.ZERO, BigDecimal::add);
        }
        for (var feature : features) {
            if (feature.get("feature").asText().equals("code_completion")) {
                addDecisions(name, feature);
            }
        }
        for (var surface : new String[] {"/totals_by_cli", "/totals_by_copilot_app"}) {
            add(name + " sessions", row.at(surface + "/session_count"));
            add(name + " input", row.at(surface + "/token_usage/prompt_tokens_sum"));
            add(name + " output", row.at(surface + "/token_usage/output_tokens_sum"));
        }
        if (row.has("ai_credits_used")) {
            sums.merge(
                    name + " vendor_estimate",
                    row.get("ai_credits_used").decimalValue().multiply(new BigDecimal("0.01")),
                    BigDecimal::add);
        }
    }

    private void addPart(String name, JsonNode part) {
        addShared(name, part);
        if (part.get("feature").asText().equals("code_completion")) {
            addDecisions(name, part);
        }
    }

    private void addShared(String name, JsonNode counted) {
        add(name + " requests", counted.path("user_initiated_interaction_count"));
        add(name + " requests", counted.path("code_acceptance_activity_count"));
        add(name + " added", counted.path("loc_added_sum"));
        add(name + " removed", counted.path("loc_deleted_sum"));
    }

    private void addDecisions(String name, JsonNode counted) {
        add(name + " suggestions", counted.path("code_generation_activity_count"));
        add(name + " acceptances", counted.path("code_acceptance_activity_count"));
    }

    private void add(String name, JsonNode count) {
        if (count.isNumber()) {
            sums.merge(name, count.decimalValue(), BigDecimal::add);
        }
    }
}
