package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ImportReport;
import dev.aiusage.application.importing.ImportRequest;
import dev.aiusage.application.importing.ImportUsage;
import dev.aiusage.application.importing.UnpackedStream;
import dev.aiusage.application.importing.UsageFile;
import dev.aiusage.domain.user.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The files of one upload, imported one after the other within one limit for all. */
final class FileImports {

    private final ImportUsage importUsage;
    private final UserId user;
    private final ImportFormat format;
    private final long maxBytes;
    private final List<FileReport> reports = new ArrayList<>();
    private long unpackedBytes;

    FileImports(ImportUsage importUsage, UserId user, ImportFormat format, long maxBytes) {
        this.importUsage = importUsage;
        this.user = user;
        this.format = format;
        this.maxBytes = maxBytes;
    }

    ImportView importAll(UploadedFiles files) throws IOException {
        for (var next = files.next(); next.isPresent(); next = files.next()) {
            importOne(next.get());
        }
        return ImportView.of(reports);
    }

    private void importOne(UploadedFile file) throws IOException {
        var left = maxBytes - unpackedBytes;
        var counted = new LimitedStream(UnpackedStream.of(file.bytes(), left), left, maxBytes);
        try {
            reports.add(new FileReport(file.name(), importUsage.importFile(request(file, counted, left))));
        } catch (RequestRejected.TooLarge tooLarge) {
            throw new Refused(tooLarge(file, Math.min(left, counted.count())));
        }
        unpackedBytes += counted.count();
    }

    private ImportRequest request(UploadedFile file, InputStream bytes, long left) {
        return new ImportRequest(user, format, new StreamedFile(file.name(), bytes), left);
    }

    /** Chunks that were whole are kept, and importing the same again changes nothing: so smaller files can follow. */
    private Problem tooLarge(UploadedFile file, long read) {
        var before = reports.isEmpty() ? "" : reports.size() + " files before it were imported. ";
        return Problem.of(
                        ProblemType.TOO_LARGE,
                        file.name() + " goes beyond the " + maxBytes + " bytes (unpacked) that are taken at once. "
                                + before
                                + "It was read up to byte " + read + "; most of what stood there is kept."
                                + " Send it in smaller files: nothing counts twice.")
                .with("max_bytes", maxBytes)
                .with("bytes_read", unpackedBytes + read);
    }

    /** What became of one file. */
    record FileReport(String name, ImportReport report) {}

    private record StreamedFile(String name, InputStream open) implements UsageFile {}
}
