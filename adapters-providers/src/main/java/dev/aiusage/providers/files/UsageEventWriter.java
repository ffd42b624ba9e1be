package dev.aiusage.providers.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.PriceTerms.Modifier;
import dev.aiusage.domain.usage.UsageEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes events of logs as {@link UsageEventsReader} reads them: each an object on a line of its own. There is no content in
 * them and no path; what they cost by list is for the reader to say.
 */
public final class UsageEventWriter {

    private static final JsonFactory JSON = new JsonFactory();

    /** The line of one event, its end included. */
    public byte[] line(Tool tool, UsageEvent event) {
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("usage_event", UsageEventLine.VERSION);
            json.writeStringField("key", event.key().value().toString());
            if (event.alias().isPresent()) {
                json.writeStringField("alias", event.alias().value().toString());
            }
            json.writeStringField("tool", tool.slug());
            json.writeStringField("timestamp", event.at().toString());
            json.writeStringField("part", nameOf(event.part()));
            writeLabels(event, json);
            writeMeasures(event, json);
            writeTerms(event.terms(), json);
            writeRank(event, json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written", impossible);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static String nameOf(EventPart part) {
        return switch (part) {
            case CALL -> "call";
            case RESULT -> "result";
            case WHOLE -> "whole";
        };
    }

    private static void writeLabels(UsageEvent event, JsonGenerator json) throws IOException {
        write("model", event.labels().model(), json);
        write("project", event.labels().project(), json);
        write("language", event.labels().language(), json);
        if (event.session().isPresent()) {
            json.writeStringField("session", event.session().value().toString());
        }
    }

    private static void writeMeasures(UsageEvent event, JsonGenerator json) throws IOException {
        var measures = event.measures();
        var tokens = measures.tokens();
        write("requests", measures.requests().count(), json);
        write("input_tokens", tokens.input(), json);
        write("output_tokens", tokens.output(), json);
        write("cache_read_tokens", tokens.cacheRead(), json);
        write("cache_creation_tokens", tokens.cacheCreation(), json);
        write("unsplit_tokens", tokens.unsplit(), json);
        write("lines_added", measures.lines().added(), json);
        write("lines_removed", measures.lines().removed(), json);
        write("accepted", measures.decisions().acceptances(), json);
        write("rejected", measures.decisions().rejections(), json);
        if (measures.cost().basis() == CostBasis.VENDOR_ESTIMATE) {
            write("cost_nanos", measures.cost().nanoDollars(), json);
            json.writeStringField("cost_basis", CostBasis.VENDOR_ESTIMATE.slug());
        }
    }

    private static void writeTerms(PriceTerms terms, JsonGenerator json) throws IOException {
        write("one_hour_cache_tokens", terms.oneHourCacheCreation(), json);
        write("web_searches", terms.webSearches(), json);
        if (!terms.modifiers().isEmpty()) {
            json.writeArrayFieldStart("price_modifiers");
            for (var modifier : Modifier.values()) {
                if (terms.has(modifier)) {
                    json.writeString(nameOf(modifier));
                }
            }
            json.writeEndArray();
        }
    }

    private static String nameOf(Modifier modifier) {
        return switch (modifier) {
            case FAST -> "fast";
            case US_ONLY -> "us_only";
            case BATCH -> "batch";
        };
    }

    private static void writeRank(UsageEvent event, JsonGenerator json) throws IOException {
        var rank = event.rank();
        json.writeArrayFieldStart("rank");
        json.writeNumber(rank.source());
        json.writeNumber(rank.detail());
        json.writeNumber(rank.origin());
        json.writeEndArray();
    }

    private static void write(String field, Label label, JsonGenerator json) throws IOException {
        if (label.isPresent()) {
            json.writeStringField(field, label.text());
        }
    }

    private static void write(String field, Count count, JsonGenerator json) throws IOException {
        if (count.isKnown()) {
            json.writeNumberField(field, count.orElse(0));
        }
    }
}
