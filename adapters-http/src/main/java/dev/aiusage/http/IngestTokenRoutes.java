package dev.aiusage.http;

import dev.aiusage.application.access.IngestTokenId;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tokens by which a user's machines bring usage. */
final class IngestTokenRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(IngestTokenRoutes.class);
    private static final String ALL = "/api/ai-usage/ingest-tokens";

    private final UseCases.OfIngestTokens useCases;

    IngestTokenRoutes(UseCases.OfIngestTokens useCases) {
        this.useCases = useCases;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ALL, this::list), Route.post(ALL, this::make), Route.delete(ALL + "/{id}", this::revoke));
    }

    private void list(Context context) {
        var tokens = useCases.list().of(Callers.of(context));
        Answers.json(
                context,
                200,
                Map.of("ingest_tokens", tokens.stream().map(IngestTokenView::of).toList()));
    }

    private void make(Context context) {
        var made = useCases.make()
                .make(Callers.of(context), JsonBody.of(context.req()).requiredText("name"));
        LOG.info("made ingest_token={}", made.token().id());
        Answers.json(context, 201, MadeIngestTokenView.of(made));
    }

    private void revoke(Context context) {
        var id = new IngestTokenId(PathId.of(context, "ingest token"));
        useCases.revoke().revoke(Callers.of(context), id);
        LOG.info("revoked ingest_token={}", id);
        Answers.nothing(context);
    }
}
