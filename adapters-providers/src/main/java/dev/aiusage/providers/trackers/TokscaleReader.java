package dev.aiusage.providers.trackers;

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
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.providers.calls.JsonFields;
import dev.aiusage.providers.calls.JsonFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what {@code tokscale graph} prints: a contribution for each day, with a part for each tool ({@code clients}, at first
 * {@code sources}) and model.
 */
public final class TokscaleReader implements UsageReader {

    private static final ImportFormat FORMAT = new ImportFormat("tokscale_json");
    private static final int VERSION = 1;
    private static final String CONTRIBUTIONS = "contributions";

    private final Clock clock;

    public TokscaleReader(Clock clock) {
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

    /** The contributions may begin later than that; what stands before them is enough to know it. */
    @Override
    public boolean recognises(byte[] beginning) {
        return JsonFile.beginsWith(beginning, "tokenBreakdown", CONTRIBUTIONS)
                || JsonFile.beginsWith(beginning, "meta", "generatedAt", "dateRange", "summary", "totalTokens");
    }

    @Override
    public ReadPosition read(InputStream bytes, ReadPosition from, EndOfFile end, UsageSink sink) throws IOException {
        return JsonFile.read(bytes, from, sink, new Days(sink, new Dates(new PlausibleTime(clock.instant()))));
    }

    private record Days(UsageSink sink, Dates dates) implements JsonFile.Content {

        @Override
        public boolean want(List<String> names) {
            return names.equals(List.of(CONTRIBUTIONS));
        }

        @Override
        public void take(List<String> names, JsonFields object, JsonFile.Rows rows) {
            rows.row(() -> {
                var date = dates.date(object, "date");
                shares(object).forEach((tool, day) -> sink.addToDay(tool, day.on(date)));
            });
        }

        private Map<Tool, NamedDay> shares(JsonFields row) {
            var shares = new LinkedHashMap<Tool, NamedDay>();
            row.objects(row.has("clients") ? "clients" : "sources")
                    .forEach(part -> shares.computeIfAbsent(tool(part), first -> new NamedDay(Measures.NONE))
                            .addModel(part.label("modelId"), measures(part)));
            return shares;
        }

        private Tool tool(JsonFields part) {
            var field = part.has("client") ? "client" : "source";
            return sink.hints()
                    .tool()
                    .or(() -> part.text(field).flatMap(ToolNames::tool))
                    .orElseThrow(() -> part.malformed(field, "no name of a tool"));
        }

        /** Reasoning stands beside the output here, and a message is what it makes of an answer in a log. */
        private static Measures measures(JsonFields part) {
            var counted = part.object("tokens");
            var tokens = TokenCount.ofKinds(
                    Figures.tokens(counted, "input"),
                    Figures.tokens(counted, "output").plus(Figures.tokens(counted, "reasoning")),
                    Figures.tokens(counted, "cacheRead"),
                    Figures.tokens(counted, "cacheWrite"));
            return Measures.NONE
                    .withRequests(RequestCount.of(Figures.requests(part, "messages"), RequestBasis.AS_GIVEN))
                    .withTokens(tokens)
                    .withCost(Figures.cost(part, "cost", tokens));
        }
    }
}
