package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.SessionKey;
import java.math.BigDecimal;
import java.util.Map;

/** The events of Gemini CLI that tell of answers. They share the session with its chats on disk, and no id of a message. */
final class GeminiEvents implements LogDialect {

    @Override
    public boolean speaks(Sender sender, String event) {
        return event.equals("gemini_cli.api_response");
    }

    @Override
    public void read(LogEntry entry, Gathered into) throws BadPart {
        var attributes = entry.attributes();
        var sessionId = entry.sender().session(attributes);
        into.sums(
                Tool.GEMINI_CLI,
                new RequestSums(
                                Tool.GEMINI_CLI,
                                entry.at(),
                                new EventLabels(ModelName.of(attributes.text("model")), entry.project(), Label.NONE),
                                sessionId.isEmpty() ? SessionKey.NONE : SessionKey.of(Tool.GEMINI_CLI, sessionId))
                        .add(entry.identity(), amounts(attributes))
                        .ofSession(sessionId)
                        .all());
    }

    private static Map<SumMeasure, BigDecimal> amounts(Attributes attributes) throws BadPart {
        var amounts = new Amounts(attributes)
                .add(SumMeasure.ALL_INPUT, "input_token_count")
                .add(SumMeasure.CACHED_INPUT, "cached_content_token_count")
                .add(SumMeasure.INPUT, "tool_token_count")
                .add(SumMeasure.OUTPUT, "output_token_count")
                .add(SumMeasure.OUTPUT, "thoughts_token_count");
        return Outcome.isFailure(attributes)
                ? amounts.all()
                : amounts.addRequest().all();
    }
}
