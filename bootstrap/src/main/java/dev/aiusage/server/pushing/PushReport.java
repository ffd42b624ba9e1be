package dev.aiusage.server.pushing;

import dev.aiusage.application.scanning.ScanReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was delivered.
 *
 * @param events events that the server was sent
 * @param fresh of these, events that were new to it or better than what it had
 * @param refused of these, events that it refused for what they are; they are not sent again
 * @param warnings what else its user should know, a line each
 */
public record PushReport(int files, long events, long fresh, long refused, List<String> warnings) {

    public PushReport {
        warnings = List.copyOf(warnings);
    }

    static PushReport of(ScanReport scan, Batches batches) {
        var warnings = new ArrayList<String>();
        if (batches.refused() > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "the server refused %,d events: %s",
                    batches.refused(),
                    batches.firstReason().orElse("no reason given")));
        }
        scan.unreadableFiles().forEach(file -> warnings.add("could not be read: " + file));
        if (scan.rowsRejected() > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%,d lines of logs could not be read, such as %s",
                    scan.rowsRejected(),
                    scan.examples()));
        }
        return new PushReport(scan.filesRead(), batches.delivered(), batches.taken(), batches.refused(), warnings);
    }

    /** One line that says it all. */
    public String summary(PushServer server) {
        return events == 0
                ? "Nothing new for " + server
                : String.format(
                        Locale.ROOT,
                        "Delivered %,d events of %,d files to %s: %,d were new there",
                        events,
                        files,
                        server,
                        fresh);
    }
}
