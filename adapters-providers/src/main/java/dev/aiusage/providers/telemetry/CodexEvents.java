package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.SessionKey;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The events of Codex. Its session files number requests by how far their totals have come, which telemetry does not say, so both
 * share the conversation only. What was cached is part of the input, reasoning of the output.
 */
final class CodexEvents implements LogDialect {

    private static final String RESPONSE = "codex.sse_event";
    private static final String DECISION = "codex.tool_decision";

    @Override
    public boolean speaks(Sender sender, String event) {
        return event.equals(RESPONSE) || event.equals(DECISION);
    }

    @Override
    public void read(LogEntry entry, Gathered into) throws BadPart {
        var attributes = entry.attributes();
        var conversation = attributes.text("conversation.id").orElse("");
        var sums = new RequestSums(
                Tool.CODEX,
                entry.at(),
                new EventLabels(ModelName.of(attributes.text("model")), entry.project(), Label.NONE),
                conversation.isEmpty() ? SessionKey.NONE : SessionKey.of(Tool.CODEX, conversation));
        if (entry.event().equals(DECISION)) {
            sums.add(entry.identity(), decision(attributes));
        } else if (isResponse(attributes)) {
            sums.add(entry.identity(), response(attributes)).ofSession(conversation);
        }
        into.sums(Tool.CODEX, sums.all());
    }

    /** Over HTTP each response is told of twice, once by how long its reading took; one that could not be read is of this kind too. */
    private static boolean isResponse(Attributes attributes) {
        return attributes.is("event.kind", "response.completed")
                && attributes.text("input_token_count").isPresent()
                && attributes.text("error.message").isEmpty();
    }

    private static Map<SumMeasure, BigDecimal> response(Attributes attributes) throws BadPart {
        return new Amounts(attributes)
                .addRequest()
                .add(SumMeasure.ALL_INPUT, "input_token_count")
                .add(SumMeasure.CACHED_INPUT, "cached_token_count")
                .add(SumMeasure.OUTPUT, "output_token_count")
                .all();
    }

    /** Approvals are of several kinds: once, for the session, by a rule. */
    private static Map<SumMeasure, BigDecimal> decision(Attributes attributes) {
        var decision = attributes.text("decision").orElse("");
        if (decision.startsWith("approved")) {
            return DecisionAmounts.accepted(BigDecimal.ONE);
        }
        return decision.startsWith("denied") || decision.startsWith("abort")
                ? DecisionAmounts.rejected(BigDecimal.ONE)
                : Map.of();
    }
}
