package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.pricing.PriceTable;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.util.List;
import java.util.Optional;

/** Finds the log records that some dialect knows as events of usage. */
final class Logs {

    private final List<LogDialect> dialects;
    private final Times times;
    private final Gathered gathered;

    Logs(PriceTable prices, Times times, Gathered gathered) {
        this.dialects = List.of(new ClaudeCodeEvents(prices), new CodexEvents(), new GeminiEvents());
        this.times = times;
        this.gathered = gathered;
    }

    void read(ExportLogsServiceRequest request) {
        for (var ofResource : request.getResourceLogsList()) {
            var resource = Attributes.of(ofResource.getResource().getAttributesList());
            for (var ofScope : ofResource.getScopeLogsList()) {
                var sender = Sender.of(resource, ofScope.getScope());
                ofScope.getLogRecordsList().forEach(log -> read(sender, log));
            }
        }
    }

    private void read(Sender sender, LogRecord log) {
        var event = eventOf(log);
        dialects.stream()
                .filter(dialect -> dialect.speaks(sender, event))
                .findFirst()
                .ifPresent(dialect -> read(dialect, sender, event, log));
    }

    private void read(LogDialect dialect, Sender sender, String event, LogRecord log) {
        try {
            var attributes = Attributes.of(log.getAttributesList());
            var own = log.getTimeUnixNano();
            var at = times.of(own, attributes.text("event.timestamp"), log.getObservedTimeUnixNano());
            dialect.read(new LogEntry(sender, event, attributes, at, own), gathered);
        } catch (BadPart bad) {
            // A dialect knows the name, so it is none that a client made up.
            gathered.reject(event, bad);
        }
    }

    /** Tools name events by an attribute, newer ones also by a field of the protocol, and some in the text of the record. */
    private static String eventOf(LogRecord log) {
        return log.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("event.name"))
                .findFirst()
                .map(KeyValue::getValue)
                .or(() -> Optional.of(log.getBody()))
                .map(AnyValue::getStringValue)
                .filter(name -> !name.isEmpty())
                .orElse(log.getEventName());
    }
}
