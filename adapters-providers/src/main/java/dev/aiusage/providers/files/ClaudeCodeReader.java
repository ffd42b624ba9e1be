package dev.aiusage.providers.files;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.pricing.PriceTable;
import dev.aiusage.domain.time.PlausibleTime;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

/**
 * Reads the transcripts that Claude Code keeps of its sessions: a JSON object on each line, numbered as an editor numbers
 * them. No line needs another, so a file may be cut between any two.
 */
public final class ClaudeCodeReader implements UsageReader {

    /** Images make lines of some megabytes; what is longer is no line of a transcript. */
    static final int MAX_LINE = 16 << 20;

    private static final ImportFormat FORMAT = new ImportFormat("claude_code_jsonl");
    private static final int VERSION = 1;

    private final PriceTable prices;
    private final Clock clock;

    public ClaudeCodeReader(PriceTable prices, Clock clock) {
        this.prices = prices;
        this.clock = clock;
    }

    @Override
    public ImportFormat format() {
        return FORMAT;
    }

    @Override
    public IntegrationMethod method() {
        return IntegrationMethod.LOGS;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return TranscriptBeginning.isIn(beginning);
    }

    @Override
    public ReadPosition read(InputStream rows, ReadPosition from, EndOfFile end, UsageSink sink) throws IOException {
        var lines = new LineSplitter(rows, MAX_LINE);
        var events = new TranscriptEvents(prices, new PlausibleTime(clock.instant()));
        var reached = new ReadPosition(from.offset(), from.rows());
        while (lines.next()) {
            if (!lines.isTerminated() && end == EndOfFile.MAY_GROW) {
                takeUnfinished(lines, events, sink);
                return reached;
            }
            reached = new ReadPosition(from.offset() + lines.bytes(), reached.rows() + 1);
            take(lines, events, reached.rows(), sink);
        }
        return reached;
    }

    private static void take(LineSplitter lines, TranscriptEvents events, long number, UsageSink sink) {
        if (lines.isTooLong()) {
            sink.row();
            sink.rejected(number, "is longer than " + MAX_LINE + " bytes");
            return;
        }
        var line = lines.line();
        if (line.isEmpty()) {
            return;
        }
        sink.row();
        try {
            events.of(line).forEach(event -> sink.event(Tool.CLAUDE_CODE, event));
        } catch (BadLine bad) {
            sink.rejected(number, bad.reason());
        }
    }

    /** A line that is still being written can't be an object yet; once it is one, only its line break is missing. */
    private static void takeUnfinished(LineSplitter lines, TranscriptEvents events, UsageSink sink) {
        if (lines.isTooLong() || lines.line().isEmpty()) {
            return;
        }
        try {
            var found = events.of(lines.line());
            sink.row();
            found.forEach(event -> sink.event(Tool.CLAUDE_CODE, event));
        } catch (BadLine unfinished) {
            // It is read again from its beginning next time, whole by then or rejected.
            return;
        }
    }
}
