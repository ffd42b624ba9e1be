package dev.aiusage.providers.vision;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiusage.domain.integration.Tool;
import java.util.List;

/** The form that an answer must have. It can bound neither numbers nor texts: that is left to who reads the answer. */
final class AnswerSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AnswerSchema() {}

    static ObjectNode json() {
        var answer = object(List.of("tool", "rows", "confidence"));
        var fields = answer.putObject("properties");
        var tool = orNull(fields.putObject("tool"), "string").putArray("enum");
        Tool.known().forEach(known -> tool.add(known.slug()));
        tool.addNull();
        fields.putObject("rows").put("type", "array").set("items", row());
        orNull(fields.putObject("confidence"), "number");
        return answer;
    }

    private static ObjectNode row() {
        var row = object(List.of("date", "metric", "value"));
        var fields = row.putObject("properties");
        orNull(fields.putObject("date"), "string");
        var metric = fields.putObject("metric").put("type", "string").putArray("enum");
        for (var known : Metric.values()) {
            metric.add(known.slug());
        }
        orNull(fields.putObject("value"), "number");
        return row;
    }

    private static ObjectNode object(List<String> required) {
        var object = NODES.objectNode().put("type", "object").put("additionalProperties", false);
        required.forEach(object.putArray("required")::add);
        return object;
    }

    private static ObjectNode orNull(ObjectNode field, String type) {
        field.putArray("type").add(type).add("null");
        return field;
    }
}
