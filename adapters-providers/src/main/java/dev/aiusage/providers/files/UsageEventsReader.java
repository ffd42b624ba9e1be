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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads the events that another machine has read out of its logs and {@link UsageEventWriter} has written: an object on each
 * line, none of which needs another. They come from outside, so nothing in them is believed that no log could say, and prices
 * by list are our own.
 */
public final class UsageEventsReader implements UsageReader {

    public static final ImportFormat FORMAT = new ImportFormat("usage_events_jsonl");

    private static final int VERSION = 1;
    private static final int MAX_LINE = 1 << 16;

    /** Each tool becomes an integration. */
    private static final int MAX_TOOLS = 100;

    private final PriceTable prices;
    private final Clock clock;

    public UsageEventsReader(PriceTable prices, Clock clock) {
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

    /** Whether the first line that is not empty is one of these. */
    @Override
    public boolean recognises(byte[] beginning) {
        var lines = new LineSplitter(new ByteArrayInputStream(beginning), MAX_LINE);
        try {
            while (lines.next()) {
                if (!lines.isTooLong() && !lines.line().isEmpty()) {
                    return UsageEventLine.isOne(lines.line());
                }
            }
            return false;
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }

    @Override
    public ReadPosition read(InputStream rows, ReadPosition from, EndOfFile end, UsageSink sink) throws IOException {
        var lines = new LineSplitter(rows, MAX_LINE);
        var plausible = new PlausibleTime(clock.instant());
        var tools = new HashSet<Tool>();
        var reached = from;
        while (lines.next() && (lines.isTerminated() || end == EndOfFile.FINAL)) {
            reached = new ReadPosition(from.offset() + lines.bytes(), reached.rows() + 1);
            take(lines, reached.rows(), plausible, tools, sink);
        }
        return reached;
    }

    private void take(LineSplitter lines, long number, PlausibleTime plausible, Set<Tool> tools, UsageSink sink) {
        if (!lines.isTooLong() && lines.line().isEmpty()) {
            return;
        }
        sink.row();
        try {
            if (lines.isTooLong()) {
                throw new BadLine("is longer than " + MAX_LINE + " bytes");
            }
            var line = UsageEventLine.read(lines.line());
            var event = line.event(plausible);
            var tool = line.tool();
            if (tools.size() >= MAX_TOOLS && !tools.contains(tool)) {
                throw new BadLine("tool is one of more than " + MAX_TOOLS);
            }
            tools.add(tool);
            sink.event(tool, line.isPricedByVendor() ? event : prices.reprice(event));
        } catch (BadLine bad) {
            bad.tell(sink, number);
        }
    }
}
