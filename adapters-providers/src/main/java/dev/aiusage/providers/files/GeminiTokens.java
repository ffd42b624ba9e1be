package dev.aiusage.providers.files;

import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.TokenCount;
import java.io.IOException;

/** Tokens as Gemini CLI writes them: what was cached is part of the input, thoughts and tools stand beside the rest. */
record GeminiTokens(Count input, Count cached, Count tool, Count output, Count thoughts) {

    static final GeminiTokens NONE =
            new GeminiTokens(Count.UNKNOWN, Count.UNKNOWN, Count.UNKNOWN, Count.UNKNOWN, Count.UNKNOWN);

    static GeminiTokens read(JsonLine json) throws IOException {
        var tokens = NONE;
        if (json.entersObject("tokens")) {
            for (var field = json.nextField(); field != null; field = json.nextField()) {
                tokens = tokens.with(field, json);
            }
        }
        return tokens;
    }

    private GeminiTokens with(String field, JsonLine json) throws IOException {
        var path = "tokens." + field;
        return switch (field) {
            case "input" -> new GeminiTokens(json.count(path, JsonLine.MAX_TOKENS), cached, tool, output, thoughts);
            case "cached" -> new GeminiTokens(input, json.count(path, JsonLine.MAX_TOKENS), tool, output, thoughts);
            case "tool" -> new GeminiTokens(input, cached, json.count(path, JsonLine.MAX_TOKENS), output, thoughts);
            case "output" -> new GeminiTokens(input, cached, tool, json.count(path, JsonLine.MAX_TOKENS), thoughts);
            case "thoughts" -> new GeminiTokens(input, cached, tool, output, json.count(path, JsonLine.MAX_TOKENS));
            default -> {
                json.skip();
                yield this;
            }
        };
    }

    TokenCount count() {
        var read = input.isKnown() ? atMost(input, cached) : cached;
        var fresh = input.isKnown() ? Count.of(input.orElse(0) - read.orElse(0)) : Count.UNKNOWN;
        return TokenCount.ofKinds(fresh.plus(tool), output.plus(thoughts), read, Count.UNKNOWN);
    }

    private static Count atMost(Count whole, Count part) {
        return part.orElse(0) > whole.orElse(0) ? whole : part;
    }
}
