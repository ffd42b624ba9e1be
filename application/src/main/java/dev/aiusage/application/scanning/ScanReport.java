package dev.aiusage.application.scanning;

import dev.aiusage.application.usage.RecordedEvents;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a scan found.
 *
 * @param files files that are there
 * @param filesRead files with something new
 * @param filesWithoutUsage of these, files that were read from their beginning and held no usage at all
 * @param unreadableFiles files that could not be read to their end, each as "file: reason"; they are tried again next time
 * @param examples a few of the rejected rows, as "file:row: reason"
 */
public record ScanReport(
        int files,
        int filesRead,
        int filesWithoutUsage,
        List<String> unreadableFiles,
        long rowsRead,
        long rowsRejected,
        List<String> examples,
        RecordedEvents recorded) {

    static final int MAX_EXAMPLES = 5;

    static final ScanReport NOTHING = new ScanReport(0, 0, 0, List.of(), 0, 0, List.of(), RecordedEvents.NOTHING);

    public ScanReport {
        unreadableFiles = List.copyOf(unreadableFiles);
        examples = List.copyOf(examples);
    }

    static ScanReport found(int files) {
        return new ScanReport(files, 0, 0, List.of(), 0, 0, List.of(), RecordedEvents.NOTHING);
    }

    static ScanReport unreadable(String fileAndReason) {
        return new ScanReport(0, 0, 0, List.of(fileAndReason), 0, 0, List.of(), RecordedEvents.NOTHING);
    }

    static ScanReport recorded(RecordedEvents recorded) {
        return new ScanReport(0, 0, 0, List.of(), 0, 0, List.of(), recorded);
    }

    ScanReport plus(ScanReport other) {
        return new ScanReport(
                files + other.files,
                filesRead + other.filesRead,
                filesWithoutUsage + other.filesWithoutUsage,
                Stream.concat(unreadableFiles.stream(), other.unreadableFiles.stream())
                        .toList(),
                rowsRead + other.rowsRead,
                rowsRejected + other.rowsRejected,
                firstOf(examples, other.examples),
                recorded.plus(other.recorded));
    }

    static List<String> firstOf(List<String> examples, List<String> more) {
        return Stream.concat(examples.stream(), more.stream())
                .limit(MAX_EXAMPLES)
                .toList();
    }
}
