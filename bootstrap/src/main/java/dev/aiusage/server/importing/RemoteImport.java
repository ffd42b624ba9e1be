package dev.aiusage.server.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ImportHints;
import dev.aiusage.application.importing.ImportReport;
import dev.aiusage.application.importing.ImportWarning;
import dev.aiusage.application.importing.Rest;
import dev.aiusage.application.importing.RowError;
import dev.aiusage.application.importing.UnpackedStream;
import dev.aiusage.application.importing.UnreadableFile;
import dev.aiusage.application.importing.UsageFile;
import dev.aiusage.application.importing.UsageReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends files to a service that runs on the same home, in parts that fit its limit, and adds up what it answers. */
public final class RemoteImport implements FileImport {

    private static final long MAX_PART_BYTES = 64L << 20;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int BEGINNING = 1 << 16;

    private final URI service;
    private final long partBytes;
    private final List<UsageReader> readers;
    private final ImportHints hints;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /**
     * A part ends with a line, so it stays well below what the service takes at once.
     *
     * @param readers those of the service: they know which files can be cut
     */
    public RemoteImport(URI service, long serviceMaxBytes, List<? extends UsageReader> readers, ImportHints hints) {
        this.service = service;
        this.partBytes = Math.min(MAX_PART_BYTES, Math.max(1, serviceMaxBytes / 2));
        this.readers = List.copyOf(readers);
        this.hints = hints;
    }

    @Override
    public ImportReport importFile(UsageFile file, ImportFormat format) {
        try (var raw = file.open();
                var unpacked = UnpackedStream.of(raw, Long.MAX_VALUE)) {
            var beginning = unpacked.readNBytes(BEGINNING);
            var whole = new SequenceInputStream(new ByteArrayInputStream(beginning), unpacked);
            return sent(file, LineParts.of(whole, partBytesOf(beginning, format)), format);
        } catch (IOException unreadable) {
            throw new ImportFailed(UnreadableFile.brokenOff(unreadable));
        }
    }

    private ImportReport sent(UsageFile file, LineParts parts, ImportFormat format) {
        try {
            var sum = new PartSum(file.name(), send(parts, format, 0));
            while (parts.hasNext()) {
                sum.add(send(parts, sum.format(), parts.lines()));
            }
            return sum.report();
        } catch (IOException unreachable) {
            throw new ImportFailed("the service at " + service + " broke off: " + unreachable.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ImportFailed("interrupted");
        }
    }

    /** What can't be cut goes in one piece, up to what the service takes. */
    private long partBytesOf(byte[] beginning, ImportFormat format) {
        return readers.stream()
                .filter(reader -> format.equals(ImportFormat.AUTO)
                        ? reader.recognises(beginning)
                        : reader.format().equals(format))
                .findFirst()
                .filter(reader -> reader.rest() == Rest.NEEDS_BEGINNING)
                .map(reader -> Long.MAX_VALUE)
                .orElse(partBytes);
    }

    private ImportReport send(LineParts parts, ImportFormat format, long linesBefore)
            throws IOException, InterruptedException {
        InputStream part = parts.next();
        var request = HttpRequest.newBuilder(service.resolve("/api/ai-usage/import?" + question(format)))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofInputStream(() -> part))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        var answer = JSON.readTree(response.body());
        if (response.statusCode() != OK) {
            throw refusal(answer, answer.path("detail").asText("the service answered " + response.statusCode()));
        }
        return report(answer, linesBefore);
    }

    private String question(ImportFormat format) {
        var question = new StringBuilder("format=" + format.slug());
        hints.tool().ifPresent(tool -> question.append("&tool=").append(tool.slug()));
        if (!hints.account().isEmpty()) {
            question.append("&account=").append(URLEncoder.encode(hints.account(), StandardCharsets.UTF_8));
        }
        if (hints.device().isPresent()) {
            question.append("&device=").append(URLEncoder.encode(hints.device().text(), StandardCharsets.UTF_8));
        }
        return question.toString();
    }

    private static RuntimeException refusal(JsonNode problem, String detail) {
        if (problem.path("type").asText().endsWith(":too-large")) {
            return new ImportFailed(
                    "it is larger than the running service takes at once, and can't be sent in parts, as its"
                            + " rows need each other: stop the service and import it again, or start it with a higher"
                            + " IMPORT_MAX_BYTES.");
        }
        return problem.path("type").asText().endsWith(":unrecognised-format")
                ? new RequestRejected.UnrecognisedFormat(detail)
                : new ImportFailed(detail);
    }

    private static ImportReport report(JsonNode answer, long linesBefore) {
        var errors = new ArrayList<RowError>();
        answer.path("errors")
                .forEach(error -> errors.add(new RowError(
                        error.path("row").asLong() + linesBefore,
                        error.path("message").asText())));
        var warnings = new ArrayList<ImportWarning>();
        answer.path("warnings")
                .forEach(warning -> warnings.add(new ImportWarning(
                        warning.path("code").asText(), warning.path("detail").asText())));
        return new ImportReport(
                new ImportFormat(answer.path("format").asText()),
                answer.path("rows_read").asLong(),
                answer.path("rows_imported").asLong(),
                answer.path("days").asInt(),
                answer.path("rows_rejected").asLong(errors.size()),
                errors,
                warnings);
    }
}
