package dev.aiusage.providers.github;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.Rest;
import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.PlausibleTime;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.providers.calls.JsonFields;
import dev.aiusage.providers.calls.JsonFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;

/** Reads kept answers of the two interfaces that GitHub shut. A row is a day, whole: one that comes again counts as it came last. */
public final class CopilotMetricsReader implements UsageReader {

    private static final ImportFormat FORMAT = new ImportFormat("copilot_metrics_json");
    private static final int VERSION = 1;
    private static final List<String> FIELDS = List.of(
            "copilot_ide_code_completions",
            "copilot_ide_chat",
            "copilot_dotcom_chat",
            "total_suggestions_count",
            "total_chat_turns");

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
    public Rest rest() {
        return Rest.NEEDS_BEGINNING;
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return FIELDS.stream().anyMatch(field -> JsonFile.beginsWith(beginning, field));
    }

    @Override
    public ReadPosition read(InputStream bytes, ReadPosition from, EndOfFile end, UsageSink sink) throws IOException {
        return JsonFile.read(bytes, from, sink, new Days(sink, new PlausibleTime(clock.instant())));
    }

    private record Days(UsageSink sink, PlausibleTime plausible) implements JsonFile.Content {

        @Override
        public boolean want(List<String> names) {
            return names.isEmpty();
        }

        @Override
        public void take(List<String> names, JsonFields object, JsonFile.Rows rows) {
            rows.row(() -> {
                var day = LegacyCopilotMetrics.day(object);
                if (!plausible.allows(day.date())) {
                    throw object.malformed("date", "outside of the times of such tools");
                }
                if (!day.measures().equals(Measures.NONE)) {
                    sink.wholeDay(Tool.GITHUB_COPILOT, day);
                }
            });
        }
    }
}
