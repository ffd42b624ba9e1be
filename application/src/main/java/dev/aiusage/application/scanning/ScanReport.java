package dev.aiusage.application.scanning;

import dev.aiusage.application.usage.RecordedEvents;
import java.util.ArrayList;
import java.util.List;

/**
 * What a scan found.
 *
 * @param files files that are there
 * @param filesRead files with something new
 * @param filesWithoutUsage of these, files that held no usage at all
 * @param examples a few of the rejected rows and unreadable files, as "file:row: reason"
 */
public record ScanReport(
        int files,
        int filesRead,
        int filesWithoutUsage,
        long rowsRead,
        long rowsRejected,
        RecordedEvents recorded,
        List<String> examples) {

    static final int MAX_EXAMPLES = 5;

    static final ScanReport NOTHING = new ScanReport(0, 0, 0, 0, 0, RecordedEvents.NOTHING, List.of());

    public ScanReport {
        examples = List.copyOf(examples);
    }

    ScanReport plus(ScanReport other) {
        var both = new ArrayList<>(examples);
        both.addAll(other.examples);
        return new ScanReport(
                files + other.files,
                filesRead + other.filesRead,
                filesWithoutUsage + other.filesWithoutUsage,
                rowsRead + other.rowsRead,
                rowsRejected + other.rowsRejected,
                recorded.plus(other.recorded),
                both.subList(0, Math.min(MAX_EXAMPLES, both.size())));
    }
}
