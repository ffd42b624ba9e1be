package dev.aiusage.providers.files;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads a log that is a JSON object on each line, numbered as an editor numbers them. */
final class LogLines {

    /** Images make lines of some megabytes; what is longer is no line of a log. */
    static final int MAX_LINE = 16 << 20;

    /** Makes events of a line: all that it holds, or none. */
    interface Events {
        List<UsageEvent> of(LineBytes line) throws BadLine;
    }

    private final Tool tool;
    private final Events events;
    private final EndOfFile end;
    private final UsageSink sink;

    LogLines(Tool tool, Events events, EndOfFile end, UsageSink sink) {
        this.tool = tool;
        this.events = events;
        this.end = end;
        this.sink = sink;
    }

    /** Reads what follows a position, where no line needs those before it. */
    ReadPosition readRest(InputStream rest, ReadPosition from) throws IOException {
        return read(new LineSplitter(rest, MAX_LINE), from, from);
    }

    /** Reads all of a file, and of the lines before a position only what later ones need. */
    ReadPosition readWhole(InputStream whole, ReadPosition told) throws IOException {
        return read(new LineSplitter(whole, MAX_LINE), ReadPosition.START, told);
    }

    private ReadPosition read(LineSplitter lines, ReadPosition from, ReadPosition told) throws IOException {
        var reached = from;
        while (lines.next()) {
            if (!lines.isTerminated() && end == EndOfFile.MAY_GROW) {
                takeUnfinished(lines);
                return reached;
            }
            reached = new ReadPosition(from.offset() + lines.bytes(), reached.rows() + 1);
            take(lines, reached.rows(), reached.offset() > told.offset() ? sink : Unheard.SINK);
        }
        return reached;
    }

    private void take(LineSplitter lines, long number, UsageSink to) {
        if (lines.isTooLong()) {
            to.row();
            to.rejected(number, "is longer than " + MAX_LINE + " bytes");
            return;
        }
        var line = lines.line();
        if (line.isEmpty()) {
            return;
        }
        to.row();
        try {
            events.of(line).forEach(event -> to.event(tool, event));
        } catch (BadLine bad) {
            bad.tell(to, number);
        }
    }

    /** A line that is still being written can't be an object yet; once it is one, only its line break is missing. */
    private void takeUnfinished(LineSplitter lines) {
        if (lines.isTooLong() || lines.line().isEmpty()) {
            return;
        }
        try {
            var found = events.of(lines.line());
            sink.row();
            found.forEach(event -> sink.event(tool, event));
        } catch (BadLine unfinished) {
            // It is read again from its beginning next time, whole by then or rejected.
            return;
        }
    }

    /** For what was told before and is only read to understand the rest. */
    private enum Unheard implements UsageSink {
        SINK;

        @Override
        public void row() {}

        @Override
        public void event(Tool tool, UsageEvent event) {}

        @Override
        public void rejected(long row, String reason) {}
    }
}
