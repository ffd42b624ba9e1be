package dev.aiusage.providers.anthropic;

import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.providers.calls.JsonFields;
import java.util.stream.Stream;

/** Rows of the Console's reports of Messages, which stand in buckets of a day. */
record MessagesRows(Directory directory, ClaudeCodeWorkspaces leftOut) {

    Stream<ReportRow> usage(JsonFields bucket) {
        var day = bucket.date("starting_at");
        return bucket.objects("results")
                .filter(row -> !leftOut.have(row))
                .map(row -> ReportRow.ofModel(
                        day, member(row), row.label("model"), Measures.NONE.withTokens(MessageTokens.of(row))));
    }

    Stream<ReportRow> cost(JsonFields bucket) {
        var day = bucket.date("starting_at");
        return bucket.objects("results")
                .filter(row -> !leftOut.have(row))
                .map(row -> ReportRow.ofModel(
                        day,
                        Label.NONE,
                        row.label("model"),
                        Measures.NONE.withCost(Cents.cost(row, CostBasis.BILLED))));
    }

    /** Traffic of a person has an account, that of a program a key. */
    private Label member(JsonFields row) {
        var account = row.label("account_id");
        return directory.name(account.isPresent() ? account : row.label("api_key_id"));
    }
}
