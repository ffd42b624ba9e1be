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
import dev.aiusage.domain.usage.Label;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;

/**
 * Reads the chats that Gemini CLI records: one object, written anew as the chat goes on, or, since 2026, an object on each line,
 * of which a later one with the same id replaces the earlier one.
 */
public final class GeminiReader implements UsageReader {

    private static final ImportFormat FORMAT = new ImportFormat("gemini_json");
    private static final int VERSION = 1;
    private static final int BEGINNING = 1 << 16;

    private final PriceTable prices;
    private final Clock clock;
    private final Label project;

    public GeminiReader(PriceTable prices, Clock clock) {
        this(prices, clock, Label.NONE);
    }

    private GeminiReader(PriceTable prices, Clock clock, Label project) {
        this.prices = prices;
        this.clock = clock;
        this.project = project;
    }

    /** The same for the chats of one project, which is known by their folder only. */
    GeminiReader ofProject(String name) {
        return new GeminiReader(prices, clock, Labels.of(name));
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
        return new GeminiBeginning(beginning).isOfChat();
    }

    @Override
    public ReadPosition read(InputStream rows, ReadPosition from, EndOfFile end, UsageSink sink) throws IOException {
        var chat = new GeminiChat(prices, new PlausibleTime(clock.instant()), project);
        var beginning = rows.readNBytes(BEGINNING);
        var trimmed = new LineBytes(beginning, 0, beginning.length).trimmed();
        var isOfLines = new GeminiBeginning(beginning).isOfLines();
        var start = isOfLines ? 0 : trimmed.start();
        var whole = new SequenceInputStream(new ByteArrayInputStream(beginning, start, beginning.length - start), rows);
        return isOfLines
                ? new LogLines(Tool.GEMINI_CLI, line -> GeminiLine.events(chat, line), end, sink).readWhole(whole, from)
                : new GeminiWhole(chat, from, sink).read(whole, end);
    }
}
