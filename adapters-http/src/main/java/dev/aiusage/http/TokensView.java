package dev.aiusage.http;

import dev.aiusage.domain.usage.TokenCount;
import org.jspecify.annotations.Nullable;

record TokensView(
        @Nullable Long input,
        @Nullable Long output,
        @Nullable Long cacheRead,
        @Nullable Long cacheCreation) {

    static TokensView of(TokenCount tokens) {
        return new TokensView(
                tokens.input().orNull(),
                tokens.output().orNull(),
                tokens.cacheRead().orNull(),
                tokens.cacheCreation().orNull());
    }
}
