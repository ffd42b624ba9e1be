package dev.aiusage.providers.github;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.PlausibleTime;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.providers.calls.JsonFields;
import dev.aiusage.providers.calls.VendorJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** Reads kept answers of the two interfaces that GitHub shut. A row is a day, whole: one that comes again counts as it came last. */
public final class CopilotMetricsReader implements UsageReader {

    private static final ImportFormat FORMAT = new ImportFormat("copilot_metrics_json");
    private static final int VERSION = 1;
    private static final String OF_ANSWERS = "The vendor's answer is not as documented: ";
    private static final List<String> FIELDS = List.of(
            "\"copilot_ide_code_completions\"",
            "\"copilot_ide_chat\"",
            "\"copilot_dotcom_chat\"",
            "\"total_suggestions_count\"",
            "\"total_chat_turns\"");

    private final Clock clock;

    public CopilotMetricsReader(Clock clock) {
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
    public boolean recognises(byte[] beginning) {
        var text = new String(beginning, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading();
        return (text.startsWith("[") || text.startsWith("{")) && FIELDS.stream().anyMatch(text::contains);
    }

    @Override
    public ReadPosition read(InputStream bytes, ReadPosition from, EndOfFile end, UsageSink sink) throws IOException {
        var days = new Days(sink, new PlausibleTime(clock.instant()));
        try {
            VendorJson.objects(bytes, days::take);
        } catch (VendorFailure noExport) {
            throw new RequestRejected.Malformed(
                    "file", "After row " + days.rows + ": " + noExport.detail() + " Nothing of the file was kept.");
        }
        return new ReadPosition(from.offset(), days.rows);
    }

    private static final class Days {

        private final UsageSink sink;
        private final PlausibleTime plausible;
        private long rows;

        Days(UsageSink sink, PlausibleTime plausible) {
            this.sink = sink;
            this.plausible = plausible;
        }

        void take(JsonFields row) {
            rows++;
            sink.row();
            try {
                var day = LegacyCopilotMetrics.day(row);
                if (!plausible.allows(day.date())) {
                    sink.rejected(rows, "date lies outside of the times of such tools");
                } else if (!day.measures().equals(Measures.NONE)) {
                    sink.wholeDay(Tool.GITHUB_COPILOT, day);
                }
            } catch (VendorFailure.MalformedAnswer malformed) {
                sink.rejected(rows, malformed.detail().replace(OF_ANSWERS, ""));
            }
        }
    }
}
