package dev.aiusage.providers.github;

import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.providers.calls.JsonFields;
import java.math.BigDecimal;

/** What we count of a user's day, and of its parts by model or language. */
final class UserRow {

    private static final String COMPLETION = "code_completion";
    private static final int CENTS = 2;
    private static final BigDecimal MAX_CREDITS = BigDecimal.valueOf(100_000_000);

    private UserRow() {}

    /**
     * Until 2026-04-10 prompts in the CLI stood in {@code totals_by_cli} only; where the CLI is a feature of its own they are among
     * the interactions. Tokens and sessions are known of CLI and app alone.
     */
    static Measures measures(JsonFields row) {
        var cli = row.object("totals_by_cli");
        var app = row.object("totals_by_copilot_app");
        var interactions = hasFeature(row, "copilot_cli")
                ? Counters.interactions(row)
                : Counters.interactions(row).plus(cli.count("prompt_count"));
        return new Measures(
                Counters.requests(interactions.plus(Counters.acceptances(row))),
                tokens(cli).plus(tokens(app)),
                lines(row),
                decisions(row),
                cli.count("session_count").plus(app.count("session_count")),
                cost(row));
    }

    /**
     * A language has no count of interactions: of its requests only the acceptances are known. Suggestions and acceptances are those
     * of completions, as for the whole day, so that the same rate stands for the same thing.
     */
    static Measures measuresOfPart(JsonFields part) {
        return Measures.NONE
                .withRequests(Counters.requests(Counters.interactions(part).plus(Counters.acceptances(part))))
                .withLines(lines(part))
                .withDecisions(isFeature(part, COMPLETION) ? Counters.decisions(part) : Decisions.UNKNOWN);
    }

    /** A row with features, but without completions, is of somebody who was suggested none. */
    private static Decisions decisions(JsonFields row) {
        if (row.objects("totals_by_feature").findAny().isEmpty()) {
            return Counters.decisions(row);
        }
        return row.objects("totals_by_feature")
                .filter(feature -> isFeature(feature, COMPLETION))
                .map(Counters::decisions)
                .reduce(new Decisions(Count.ZERO, Count.ZERO, Count.UNKNOWN), Decisions::plus);
    }

    private static TokenCount tokens(JsonFields surface) {
        var usage = surface.object("token_usage");
        return TokenCount.ofKinds(
                usage.count("prompt_tokens_sum"), usage.count("output_tokens_sum"), Count.UNKNOWN, Count.UNKNOWN);
    }

    private static LinesChanged lines(JsonFields counted) {
        return new LinesChanged(counted.count("loc_added_sum"), counted.count("loc_deleted_sum"));
    }

    /** An AI credit is a cent, and what was used is not yet what is billed. */
    private static Cost cost(JsonFields row) {
        return row.amount("ai_credits_used", MAX_CREDITS)
                .map(credits -> Cost.ofDollars(credits.movePointLeft(CENTS), CostBasis.VENDOR_ESTIMATE))
                .orElse(Cost.UNKNOWN);
    }

    private static boolean hasFeature(JsonFields row, String name) {
        return row.objects("totals_by_feature").anyMatch(feature -> isFeature(feature, name));
    }

    private static boolean isFeature(JsonFields part, String name) {
        return part.text("feature").filter(name::equals).isPresent();
    }
}
