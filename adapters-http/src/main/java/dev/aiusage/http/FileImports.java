package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.RequestRejected.TooLarge.Kept;
import dev.aiusage.application.importing.ImportReport;
import dev.aiusage.application.importing.ImportRequest;
import dev.aiusage.application.importing.ImportUsage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The files of one upload, imported one after the other within one limit for all. */
final class FileImports {

    private final ImportUsage importUsage;
    private final ImportQuestions asked;
    private final long maxBytes;
    private final List<FileReport> reports = new ArrayList<>();
    private final RejectionProblems rejections = new RejectionProblems();
    private long unpackedBytes;

    FileImports(ImportUsage importUsage, ImportQuestions asked, long maxBytes) {
        this.importUsage = importUsage;
        this.asked = asked;
        this.maxBytes = maxBytes;
    }

    ImportView importAll(UploadedFiles files) throws IOException {
        for (var next = files.next(); next.isPresent(); next = files.next()) {
            importOne(next.get());
        }
        return ImportView.of(reports);
    }

    private void importOne(UploadedFile upload) throws IOException {
        var file = new CountedFile(upload, maxBytes - unpackedBytes, maxBytes);
        try {
            var report = importUsage.importFile(
                    new ImportRequest(asked.user(), asked.format(), file, maxBytes, asked.hints()));
            reports.add(new FileReport(file.name(), report));
        } catch (RequestRejected.TooLarge tooLarge) {
            throw new Refused(tooLarge(file, tooLarge.kept()));
        } catch (RequestRejected rejected) {
            throw new Refused(rejected.match(rejections).inFile(file.name(), before()));
        }
        unpackedBytes += file.count();
    }

    /** Importing the same events again changes nothing, but a later file's day takes the place of the same day before it. */
    private Problem tooLarge(CountedFile file, Kept kept) {
        var whatToDo = kept == Kept.NOTHING
                ? "; nothing of it is kept. Send it in smaller files, each with all rows of its days."
                : "; most of what stood there is kept. Send it in smaller files: nothing counts twice.";
        return Problem.of(
                        ProblemType.TOO_LARGE,
                        file.name() + " goes beyond the " + maxBytes + " bytes (unpacked) that are taken at once."
                                + " It was read up to byte " + file.count() + whatToDo + before())
                .with("max_bytes", maxBytes)
                .with("bytes_read", unpackedBytes + file.count());
    }

    private String before() {
        return reports.isEmpty() ? "" : " (Files imported before it: " + reports.size() + ".)";
    }

    /** What became of one file. */
    record FileReport(String name, ImportReport report) {}
}
