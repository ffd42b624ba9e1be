package dev.aiusage.providers.files;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.Rest;
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
 * Reads the sessions that Codex keeps: lines of JSON that tell the tokens of the session up to them. So each needs those before
 * it, and a file that has grown is read again from its beginning.
 */
public final class CodexReader implements UsageReader {

    private static final ImportFormat FORMAT = new ImportFormat("codex_jsonl");
    private static final int VERSION = 1;

    private final PriceTable prices;
    private final Clock clock;

    public CodexReader(PriceTable prices, Clock clock) {
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
    public Rest rest() {
        return Rest.NEEDS_BEGINNING;
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return CodexBeginning.isIn(beginning);
    }

    @Override
    public ReadPosition read(InputStream rows, ReadPosition from, EndOfFile end, UsageSink sink) throws IOException {
        var events = new CodexEvents(prices, new PlausibleTime(clock.instant()));
        return new LogLines(Tool.CODEX, events::of, end, sink).readWhole(rows, from);
    }
}
