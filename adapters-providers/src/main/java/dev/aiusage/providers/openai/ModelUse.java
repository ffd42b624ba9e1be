package dev.aiusage.providers.openai;

import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.providers.calls.JsonFields;
import java.time.LocalDate;

/**
 * What one user had one model do on one day.
 *
 * @param userId empty where no person made the requests
 */
record ModelUse(LocalDate date, String userId, Label model, Measures measures) {

    static ModelUse of(LocalDate date, JsonFields result) {
        var requests = result.count("num_model_requests");
        var measures = Measures.NONE
                .withRequests(RequestCount.of(requests, RequestBasis.REQUESTS))
                .withTokens(tokens(result));
        return new ModelUse(date, result.text("user_id").orElse(""), result.label("model"), measures);
    }

    boolean isUse() {
        return measures.isActivity();
    }

    /** What was read from the cache or written to it is part of the input that OpenAI tells. */
    private static TokenCount tokens(JsonFields result) {
        var input = result.count("input_tokens");
        var cached = result.count("input_cached_tokens");
        var written = result.count("input_cache_write_tokens");
        return TokenCount.ofKinds(
                input.isKnown() ? uncached(result, input, cached, written) : input,
                result.count("output_tokens"),
                cached,
                written);
    }

    private static Count uncached(JsonFields result, Count input, Count cached, Count written) {
        var rest = input.orElse(0) - cached.orElse(0);
        if (rest < written.orElse(0)) {
            throw result.malformed("input_tokens", "fewer than the cached ones among them");
        }
        return Count.of(rest - written.orElse(0));
    }
}
