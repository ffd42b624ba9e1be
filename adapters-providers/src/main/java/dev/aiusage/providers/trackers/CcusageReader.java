package dev.aiusage.providers.trackers;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.Rest;
import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.time.PlausibleTime;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.providers.calls.JsonFields;
import dev.aiusage.providers.calls.JsonFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;

/**
 * Reads what {@code ccusage daily --json} prints: rows under {@code daily} (in its first versions under {@code data}), or, with
 * {@code --instances}, under the name of each project. Other reports of the same program tell no days.
 */
public final class CcusageReader implements UsageReader {

    private static final ImportFormat FORMAT = new ImportFormat("ccusage_json");
    private static final int VERSION = 1;
    private static final String PROJECTS = "projects";

    private final Clock clock;

    public CcusageReader(Clock clock) {
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
        return !JsonFile.beginsWith(beginning, "schema")
                && JsonFile.beginsWith(beginning, "inputTokens", "outputTokens")
                && (JsonFile.beginsWith(beginning, "daily")
                        || JsonFile.beginsWith(beginning, PROJECTS)
                        || JsonFile.beginsWith(beginning, "type", "data"))
                && (JsonFile.beginsWith(beginning, "cacheReadTokens")
                        || JsonFile.beginsWith(beginning, "cachedInputTokens"));
    }

    @Override
    public ReadPosition read(InputStream bytes, ReadPosition from, EndOfFile end, UsageSink sink) throws IOException {
        return JsonFile.read(bytes, from, sink, new Days(sink, new Dates(new PlausibleTime(clock.instant()))));
    }

    private record Days(UsageSink sink, Dates dates) implements JsonFile.Content {

        @Override
        public boolean want(List<String> names) {
            return names.equals(List.of("daily"))
                    || names.equals(List.of("data"))
                    || (names.size() == 2 && names.get(0).equals(PROJECTS));
        }

        @Override
        public void take(List<String> names, JsonFields object, JsonFile.Rows rows) {
            var group = names.size() == 2 ? Label.legible(names.get(1)) : Label.NONE;
            rows.row(() -> {
                var project = group.isPresent() ? group : object.label("project");
                var date = dates.date(object, object.has("date") ? "date" : "period");
                CcusageRow.shares(object, sink.hints())
                        .forEach((tool, day) ->
                                sink.addToDay(tool, day.project(project).on(date)));
            });
        }
    }
}
