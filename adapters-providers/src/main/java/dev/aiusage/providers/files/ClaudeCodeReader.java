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

    private static final ImportFormat FORMAT = new ImportFormat("claude_code_jsonl");
    /** 2: requests have an alias. */
    private static final int VERSION = 3;

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
        var events = new TranscriptEvents(prices, new PlausibleTime(clock.instant()));
        return new LogLines(Tool.CLAUDE_CODE, events::of, end, sink).readRest(rows, from);
    }
}
