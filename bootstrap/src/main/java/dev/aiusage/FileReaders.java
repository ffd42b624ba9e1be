package dev.aiusage;

import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.domain.pricing.PriceTable;
import dev.aiusage.providers.exports.TableReader;
import dev.aiusage.providers.files.ToolLogs;
import dev.aiusage.providers.files.UsageEventsReader;
import dev.aiusage.providers.github.CopilotMetricsReader;
import dev.aiusage.providers.github.CopilotReportReader;
import dev.aiusage.providers.trackers.CcusageReader;
import dev.aiusage.providers.trackers.CodeburnReader;
import dev.aiusage.providers.trackers.TokscaleReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The formats of files that can be imported. A new one is a line here. */
public final class FileReaders {

    private FileReaders() {}

    /** What can be told from its beginning most surely comes first. */
    public static List<UsageReader> all(PriceTable prices, Clock clock) {
        var readers = new ArrayList<UsageReader>();
        readers.add(new UsageEventsReader(prices, clock));
        readers.addAll(new ToolLogs(prices, clock).readers());
        readers.add(new CopilotMetricsReader(clock));
        readers.add(new CopilotReportReader(clock));
        readers.add(new CodeburnReader(prices, clock));
        readers.add(new TokscaleReader(clock));
        readers.add(new CcusageReader(clock));
        readers.addAll(TableReader.all(clock));
        return List.copyOf(readers);
    }
}
