package dev.aiusage.application.importing;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.application.usage.UsageEvents;
import dev.aiusage.application.usage.UsageMetrics;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.usage.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the reader for a file and lets it read into the storage, chunk by chunk. */
public final class ImportUsageService implements ImportUsage {

    private static final int BEGINNING = 1 << 16;
    private static final int QUOTED = 80;

    private final List<UsageReader> readers;
    private final Integrations integrations;
    private final UsageEvents events;
    private final UsageMetrics metrics;
    private final Clock clock;

    public ImportUsageService(
            List<? extends UsageReader> readers,
            Integrations integrations,
            UsageEvents events,
            UsageMetrics metrics,
            Clock clock) {
        this.readers = List.copyOf(readers);
        this.integrations = integrations;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public ImportReport importFile(ImportRequest request) {
        requireKnown(request.format());
        try (var raw = request.file().open();
                var unpacked = UnpackedStream.of(raw, request.maxBytes())) {
            var beginning = beginningOf(unpacked);
            var reader = readerFor(request, beginning);
            var whole = new SequenceInputStream(new ByteArrayInputStream(beginning), unpacked);
            return read(reader, whole, request);
        } catch (ArithmeticException tooLarge) {
            throw new RequestRejected.Malformed("file", "The numbers in the file add up to more than can be counted.");
        } catch (IOException unreadable) {
            throw new RequestRejected.Malformed("file", UnreadableFile.brokenOff(unreadable));
        }
    }

    private static byte[] beginningOf(InputStream unpacked) throws IOException {
        try {
            return unpacked.readNBytes(BEGINNING);
        } catch (RequestRejected.TooLarge tooLarge) {
            throw tooLarge.keepingNothing();
        }
    }

    private ImportReport read(UsageReader reader, InputStream rows, ImportRequest request) throws IOException {
        // Logs have no account: a tool's logs are one integration, whoever brings them. Exports come from no machine.
        var asked = request.hints();
        var isOfLogs = reader.method().source() == Source.EVENTS;
        var hints = isOfLogs ? ImportHints.NONE.withDevice(asked.device()) : asked.withDevice(DeviceName.NONE);
        var store = new EventStore(integrations, events, clock);
        var chunks = new EventChunks(
                reader.method(), store.of(request.user(), reader.method(), hints.scope(), hints.device()));
        var days = new DaysOfFile(request.user(), hints.scope(), integrations, metrics, clock);
        var sink = new ReportingSink(chunks, days, hints);
        try {
            reader.read(rows, ReadPosition.START, EndOfFile.FINAL, sink);
        } catch (RequestRejected.TooLarge tooLarge) {
            throw days.isEmpty() ? tooLarge : tooLarge.keepingNothing();
        }
        chunks.flush();
        days.store();
        return sink.report(reader.format(), request.file().name());
    }

    private void requireKnown(ImportFormat format) {
        if (!format.equals(ImportFormat.AUTO)
                && readers.stream().noneMatch(reader -> reader.format().equals(format))) {
            throw new RequestRejected.InvalidField("format", "must be one of auto, " + formats());
        }
    }

    private UsageReader readerFor(ImportRequest request, byte[] beginning) {
        var isAuto = request.format().equals(ImportFormat.AUTO);
        return readers.stream()
                .filter(reader ->
                        isAuto ? reader.recognises(beginning) : reader.format().equals(request.format()))
                .findFirst()
                .orElseThrow(() -> new RequestRejected.UnrecognisedFormat("The file is in none of the formats "
                        + formats() + "; it begins with: " + firstLine(beginning)));
    }

    private String formats() {
        return readers.stream().map(reader -> reader.format().slug()).collect(Collectors.joining(", "));
    }

    /** What can be shown of it: the first line that is not blank, cut, invisible characters replaced. */
    private static String firstLine(byte[] beginning) {
        var text = new String(beginning, 0, Math.min(beginning.length, QUOTED * 4), StandardCharsets.UTF_8);
        var line = text.lines().filter(row -> !row.isBlank()).findFirst().orElse("(nothing)");
        var codePoints = line.codePoints().limit(QUOTED).toArray();
        return new String(codePoints, 0, codePoints.length).replaceAll("\\p{C}", "\uFFFD");
    }
}
