package dev.aiusage.http;

import dev.aiusage.domain.usage.Breakdown;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A model's or a project's part of the usage. */
record ShareView(
        String name,
        long requests,
        @Nullable Long tokens,
        @Nullable BigDecimal costUsd) {

    static ShareView of(Breakdown part) {
        var measures = part.measures();
        return new ShareView(
                part.label().text(),
                measures.requests().count().orElse(0),
                measures.tokens().total().orNull(),
                measures.cost().dollars().orElse(null));
    }
}
