package dev.aiusage.providers.files;

import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.PriceTerms.Modifier;
import dev.aiusage.domain.usage.TokenCount;
import java.io.IOException;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * The usage of one request, as the vendor's interface reports it. Where another model answered in the place of the first,
 * {@code iterations} repeats the parts; the whole stands at the top, and is what counts.
 */
final class TranscriptUsage {

    static final TranscriptUsage NONE = new TranscriptUsage();

    private static final long MAX_SEARCHES = 1_000_000;

    private Count input = Count.UNKNOWN;
    private Count output = Count.UNKNOWN;
    private Count cacheRead = Count.UNKNOWN;
    private Count cacheCreation = Count.UNKNOWN;
    private Count fiveMinutes = Count.UNKNOWN;
    private Count oneHour = Count.UNKNOWN;
    private Count webSearches = Count.UNKNOWN;
    private @Nullable String speed;
    private @Nullable String tier;
    private @Nullable String geo;

    private TranscriptUsage() {}

    static TranscriptUsage read(JsonLine json) throws IOException {
        var usage = new TranscriptUsage();
        if (json.entersObject("message.usage")) {
            for (var field = json.nextField(); field != null; field = json.nextField()) {
                usage.take(field, "message.usage." + field, json);
            }
        }
        return usage;
    }

    private void take(String field, String path, JsonLine json) throws IOException {
        switch (field) {
            case "input_tokens" -> input = json.count(path, JsonLine.MAX_TOKENS);
            case "output_tokens" -> output = json.count(path, JsonLine.MAX_TOKENS);
            case "cache_read_input_tokens" -> cacheRead = json.count(path, JsonLine.MAX_TOKENS);
            case "cache_creation_input_tokens" -> cacheCreation = json.count(path, JsonLine.MAX_TOKENS);
            case "cache_creation" -> takeCacheCreation(path, json);
            case "server_tool_use" -> takeServerTools(path, json);
            case "speed" -> speed = json.text(path);
            case "service_tier" -> tier = json.text(path);
            case "inference_geo" -> geo = json.text(path);
            default -> json.skip();
        }
    }

    private void takeCacheCreation(String path, JsonLine json) throws IOException {
        fiveMinutes = Count.UNKNOWN;
        oneHour = Count.UNKNOWN;
        if (!json.entersObject(path)) {
            return;
        }
        for (var field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "ephemeral_5m_input_tokens" -> fiveMinutes = json.count(path + "." + field, JsonLine.MAX_TOKENS);
                case "ephemeral_1h_input_tokens" -> oneHour = json.count(path + "." + field, JsonLine.MAX_TOKENS);
                default -> json.skip();
            }
        }
    }

    private void takeServerTools(String path, JsonLine json) throws IOException {
        webSearches = Count.UNKNOWN;
        if (!json.entersObject(path)) {
            return;
        }
        for (var field = json.nextField(); field != null; field = json.nextField()) {
            if (field.equals("web_search_requests")) {
                webSearches = json.count(path + "." + field, MAX_SEARCHES);
            } else {
                json.skip();
            }
        }
    }

    TokenCount tokens() {
        return TokenCount.ofKinds(input, output, cacheRead, cacheWrites());
    }

    /** The flat number may exceed that of the two kinds: the rest is of neither, and priced like the shorter one. */
    private Count cacheWrites() {
        var byKind = fiveMinutes.plus(oneHour);
        return byKind.orElse(0) > cacheCreation.orElse(0) ? byKind : cacheCreation.or(byKind);
    }

    boolean saysSpeed() {
        return speed != null;
    }

    PriceTerms terms() {
        var modifiers = EnumSet.noneOf(Modifier.class);
        if ("fast".equals(speed)) {
            modifiers.add(Modifier.FAST);
        }
        if ("us".equals(geo)) {
            modifiers.add(Modifier.US_ONLY);
        }
        if ("batch".equals(tier)) {
            modifiers.add(Modifier.BATCH);
        }
        return new PriceTerms(oneHour, webSearches, modifiers);
    }
}
