package dev.aiusage.providers.anthropic;

import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.providers.calls.JsonFields;

/** Tokens as all reports but Claude Code Analytics name them. */
final class MessageTokens {

    private MessageTokens() {}

    static TokenCount of(JsonFields row) {
        var writes = row.object("cache_creation");
        var kinds = TokenCount.ofKinds(
                row.count("uncached_input_tokens"),
                row.count("output_tokens"),
                row.count("cache_read_input_tokens"),
                writes.count("ephemeral_5m_input_tokens").plus(writes.count("ephemeral_1h_input_tokens")));
        return kinds.isKnown() ? kinds : TokenCount.ofTotal(row.count("total_tokens"));
    }
}
