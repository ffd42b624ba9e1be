package dev.aiusage.providers.files;

import dev.aiusage.domain.usage.Count;
import java.io.IOException;

/** Tokens as Codex writes them: what was cached is part of the input, and reasoning (which is not read) of the output. */
record CodexUsage(Count input, Count cached, Count written, Count output) {

    static final CodexUsage NONE = new CodexUsage(Count.UNKNOWN, Count.UNKNOWN, Count.UNKNOWN, Count.UNKNOWN);

    /** A session sums up thousands of requests, each of which sends all that was said before it again. */
    private static final long MAX_OF_SESSION = 1_000_000_000_000L;

    static CodexUsage read(String path, JsonLine json) throws IOException {
        var usage = NONE;
        if (json.entersObject(path)) {
            for (var field = json.nextField(); field != null; field = json.nextField()) {
                usage = usage.with(field, path + "." + field, json);
            }
        }
        return usage;
    }

    /** Older versions have another name for what is cached. */
    private CodexUsage with(String field, String path, JsonLine json) throws IOException {
        return switch (field) {
            case "input_tokens" -> new CodexUsage(json.count(path, MAX_OF_SESSION), cached, written, output);
            case "cached_input_tokens", "cache_read_input_tokens" ->
                new CodexUsage(input, json.count(path, MAX_OF_SESSION), written, output);
            case "cache_write_input_tokens" -> new CodexUsage(input, cached, json.count(path, MAX_OF_SESSION), output);
            case "output_tokens" -> new CodexUsage(input, cached, written, json.count(path, MAX_OF_SESSION));
            default -> {
                json.skip();
                yield this;
            }
        };
    }

    boolean isKnown() {
        return input.isKnown() || output.isKnown();
    }
}
