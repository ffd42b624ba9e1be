package dev.aiusage.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** The first row of the table that people may write themselves; what follows it is theirs. */
final class ImportTemplate {

    private static final String COLUMNS = "date,tool,requests,input_tokens,output_tokens,cache_read_tokens,"
            + "cache_creation_tokens,total_tokens,lines_added,lines_removed,suggestions,acceptances,sessions,cost_usd,"
            + "model,project,account\r\n";

    private final Representation table =
            new Representation(COLUMNS.getBytes(StandardCharsets.UTF_8), "text/csv;charset=utf-8");

    void show(Context context) {
        context.header("Content-Disposition", "attachment; filename=\"template.csv\"");
        Answers.cached(context, table, Answers.PRIVATE);
    }
}
