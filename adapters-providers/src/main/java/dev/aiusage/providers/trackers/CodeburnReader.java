package dev.aiusage.providers.trackers;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.Rest;
import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.pricing.PriceTable;
import dev.aiusage.domain.time.PlausibleTime;
import dev.aiusage.providers.calls.JsonFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

/**
 * Reads CodeBurn's export as JSON, {@code codeburn.export.v2}. Since July 2026 it has a record for each request; before, it only
 * has sums of days over all tools, which count if somebody says beside the file which tool they are of.
 */
public final class CodeburnReader implements UsageReader {

    private static final ImportFormat FORMAT = new ImportFormat("codeburn_json");
    private static final int VERSION = 2;

    private final PriceTable prices;
    private final Clock clock;

    public CodeburnReader(PriceTable prices, Clock clock) {
        this.prices = prices;
        this.clock = clock;
    }

    @Override
    public ImportFormat format() {
        return FORMAT;
    }

    /** Records have instants. An export's first day is a part of a UTC day, and would lower that of an earlier export. */
    @Override
    public IntegrationMethod method() {
        return IntegrationMethod.CSV_EVENTS;
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
        return JsonFile.beginsWith(beginning, "schema", "codeburn.export.v2");
    }

    @Override
    public ReadPosition read(InputStream bytes, ReadPosition from, EndOfFile end, UsageSink sink) throws IOException {
        var plausible = new PlausibleTime(clock.instant());
        return JsonFile.read(
                bytes,
                from,
                sink,
                new CodeburnContent(
                        new CodeburnDays(sink, new Dates(plausible)), new CodeburnRecords(sink, plausible, prices)));
    }
}
