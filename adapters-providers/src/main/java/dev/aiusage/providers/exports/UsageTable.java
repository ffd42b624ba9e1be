package dev.aiusage.providers.exports;

import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.time.PlausibleTime;
import java.time.Clock;

/** The one table that people may write themselves for whatever tool: its template is part of the contract. */
final class UsageTable implements Table {

    static final String DATE = "date";
    static final String TOOL = "tool";
    static final String REQUESTS = "requests";

    private static final ImportFormat FORMAT = new ImportFormat("usage_csv");
    private static final int VERSION = 1;

    private final Clock clock;

    UsageTable(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ImportFormat format() {
        return FORMAT;
    }

    @Override
    public IntegrationMethod method() {
        return IntegrationMethod.CSV;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public boolean isKnownBy(Columns columns) {
        return columns.have(DATE, TOOL, REQUESTS);
    }

    /** The tool may also stand beside the file. */
    @Override
    public boolean canDoWith(Columns columns) {
        return columns.have(DATE, REQUESTS);
    }

    @Override
    public String needs() {
        return "date, tool and requests";
    }

    @Override
    public Rows open(UsageSink sink) {
        return new UsageRows(sink, new PlausibleTime(clock.instant()));
    }
}
