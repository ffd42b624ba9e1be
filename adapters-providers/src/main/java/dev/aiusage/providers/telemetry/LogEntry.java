package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.usage.Label;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A log record that tells of an event.
 *
 * @param event its name, as the tool writes it
 * @param unixNanos the record's own time; 0 where it has none
 */
record LogEntry(Sender sender, String event, Attributes attributes, Instant at, long unixNanos) {

    Label project() {
        return sender.project(attributes);
    }

    /** All that is the same when it is sent again, and hardly when it is another one. */
    List<String> identity() {
        var all = new ArrayList<>(sender.identity());
        all.add(event);
        all.add(Long.toString(unixNanos));
        all.addAll(attributes.identity());
        return all;
    }
}
