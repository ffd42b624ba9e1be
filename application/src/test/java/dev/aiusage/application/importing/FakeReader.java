package dev.aiusage.application.importing;

import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.CopyRank;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Reads rows like {@code id 12} (an event of 12 tokens), {@code id,id 12} (two of them), {@code id 12 model} (of a model without
 * a price), {@code later 1} (one that is ahead of time). Rows with # hold no usage, and one such begins a file of this format; what else there is can't be read.
 */
public final class FakeReader implements UsageReader {

    private final String slug;
    private final int version;
    private final Rest rest;

    private FakeReader(String slug, int version, Rest rest) {
        this.slug = slug;
        this.version = version;
        this.rest = rest;
    }

    public static FakeReader called(String slug) {
        return new FakeReader(slug, 1, Rest.STANDS_ALONE);
    }

    public FakeReader next() {
        return new FakeReader(slug, version + 1, rest);
    }

    /** One that is content with what it is given, but wants all of it. */
    public FakeReader fromTheBeginning() {
        return new FakeReader(slug, version, Rest.NEEDS_BEGINNING);
    }

    @Override
    public Rest rest() {
        return rest;
    }

    @Override
    public ImportFormat format() {
        return new ImportFormat(slug);
    }

    @Override
    public IntegrationMethod method() {
        return IntegrationMethod.LOGS;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return new String(beginning, StandardCharsets.UTF_8).startsWith("#" + slug);
    }

    @Override
    public ReadPosition read(InputStream rows, ReadPosition from, EndOfFile end, UsageSink sink) throws IOException {
        var reached = rest == Rest.STANDS_ALONE ? from : ReadPosition.START;
        var line = new ByteArrayOutputStream();
        for (var next = rows.read(); next >= 0; next = rows.read()) {
            if (next == '\n') {
                var row = reached.rows() + 1;
                reached = new ReadPosition(reached.offset() + line.size() + 1, row);
                take(line.toString(StandardCharsets.UTF_8), row, sink);
                line.reset();
            } else {
                line.write(next);
            }
        }
        if (end == EndOfFile.FINAL && line.size() > 0) {
            take(line.toString(StandardCharsets.UTF_8), reached.rows() + 1, sink);
        }
        return reached;
    }

    private static void take(String line, long row, UsageSink sink) {
        if (line.isEmpty()) {
            return;
        }
        sink.row();
        if (line.startsWith("#")) {
            return;
        }
        var fields = line.split(" ", -1);
        if (line.startsWith("later ")) {
            sink.aheadOfTime(row, "in the future");
            return;
        }
        if (fields.length < 2) {
            sink.rejected(row, "no tokens");
            return;
        }
        for (var id : fields[0].split(",", -1)) {
            sink.event(Tool.CLAUDE_CODE, event(id, Long.parseLong(fields[1]), fields.length > 2 ? fields[2] : ""));
        }
    }

    private static UsageEvent event(String id, long tokens, String unpricedModel) {
        var cost = unpricedModel.isEmpty() ? Cost.ofNanoDollars(tokens, CostBasis.LIST_PRICE) : Cost.UNKNOWN;
        return new UsageEvent(
                EventKey.of(Tool.CLAUDE_CODE, "message", id),
                EventPart.WHOLE,
                Instant.parse("2026-11-24T10:00:00Z"),
                new EventLabels(Label.of(unpricedModel), Label.NONE, Label.NONE),
                SessionKey.NONE,
                Measures.NONE
                        .withRequests(RequestCount.of(1, RequestBasis.REQUESTS))
                        .withTokens(TokenCount.ofTotal(Count.of(tokens)))
                        .withCost(cost),
                PriceTerms.STANDARD,
                CopyRank.PLAIN);
    }
}
