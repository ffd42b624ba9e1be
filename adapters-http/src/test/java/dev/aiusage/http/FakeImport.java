package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ImportReport;
import dev.aiusage.application.importing.ImportRequest;
import dev.aiusage.application.importing.ImportUsage;
import dev.aiusage.application.importing.ImportWarning;
import dev.aiusage.application.importing.RowError;
import dev.aiusage.application.importing.UnpackedStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Imports text, a row a line: each is kept but those that begin with "bad". A file that begins with "%" is none it knows. */
final class FakeImport implements ImportUsage {

    final List<ImportRequest> requests = new ArrayList<>();
    final List<String> rows = new ArrayList<>();
    Consumer<String> onRow = row -> {};
    long bytes;
    boolean areDays;

    @Override
    public ImportReport importFile(ImportRequest request) {
        requests.add(request);
        if (!List.of("auto", "lines").contains(request.format().slug())) {
            throw new RequestRejected.InvalidField("format", "must be one of auto, lines");
        }
        try (var in = UnpackedStream.of(request.file().open(), request.maxBytes())) {
            return request.file().name().endsWith(".bin") ? counted(in) : read(request, in);
        } catch (RequestRejected.TooLarge tooLarge) {
            throw areDays ? tooLarge.keepingNothing() : tooLarge;
        } catch (IOException broken) {
            throw new RequestRejected.Malformed("file", "The file can't be read to its end: " + broken.getMessage());
        }
    }

    private ImportReport counted(InputStream in) throws IOException {
        var buffer = new byte[1 << 16];
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
        }
        return new ImportReport(new ImportFormat("lines"), 1, 1, 1, 0, List.of(), List.of());
    }

    private ImportReport read(ImportRequest request, InputStream in) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        var errors = new ArrayList<RowError>();
        var read = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            read++;
            if (line.startsWith("%")) {
                throw new RequestRejected.UnrecognisedFormat(
                        "The file is in none of the formats lines; it begins with: " + line);
            }
            if (line.startsWith("bad")) {
                errors.add(new RowError(read, line));
            } else {
                rows.add(line);
                onRow.accept(line);
            }
        }
        var warnings = read == 0
                ? List.of(new ImportWarning("no_usage", request.file().name() + " holds no usage."))
                : List.<ImportWarning>of();
        return new ImportReport(
                new ImportFormat("lines"), read, read - errors.size(), 1, errors.size(), errors, warnings);
    }

    void reset() {
        requests.clear();
        rows.clear();
        onRow = row -> {};
        bytes = 0;
        areDays = false;
    }
}
