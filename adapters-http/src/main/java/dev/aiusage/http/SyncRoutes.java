package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.syncing.AskedSync;
import dev.aiusage.application.syncing.ShownRun;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncId;
import dev.aiusage.domain.integration.SyncStatus;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Synchronising now, and how synchronisations go. */
final class SyncRoutes {

    private static final String RUNS = "/api/ai-usage/syncs";
    private static final String INTEGRATIONS = "/api/ai-usage/integrations";
    private static final String INTEGRATION = "integration_id";

    private final UseCases.OfSyncs useCases;

    SyncRoutes(UseCases.OfSyncs useCases) {
        this.useCases = useCases;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/ai-usage/sync", this::sync),
                Route.get(RUNS + "/{id}", this::show),
                Route.get(INTEGRATIONS + "/{id}/syncs", this::list));
    }

    private void sync(Context context) {
        var body = JsonBody.orEmpty(context.req());
        var integration = body.text(INTEGRATION).map(SyncRoutes::integration);
        var asked = new AskedSync(Callers.of(context), integration, date(body, "from"), date(body, "to"));
        var runs = useCases.request().request(asked);
        if (integration.isPresent()) {
            one(context, runs);
        } else {
            all(context, runs);
        }
    }

    private static void one(Context context, List<ShownRun> runs) {
        var run = runs.stream().findFirst().orElseThrow(() -> new RequestRejected.NotFound("integration"));
        if (isUnderWay(run)) {
            context.header("Location", RUNS + "/" + run.run().id());
        }
        Answers.json(context, isUnderWay(run) ? 202 : 200, SyncRunView.of(run));
    }

    private static void all(Context context, List<ShownRun> runs) {
        var isUnderWay = runs.stream().anyMatch(SyncRoutes::isUnderWay);
        if (isUnderWay) {
            context.header("Location", INTEGRATIONS);
        }
        Answers.json(context, isUnderWay ? 202 : 200, views(runs));
    }

    private void show(Context context) {
        var id = new SyncId(PathId.of(context, "synchronisation"));
        Answers.json(context, 200, SyncRunView.of(useCases.show().one(Callers.of(context), id)));
    }

    private void list(Context context) {
        var id = new IntegrationId(PathId.of(context, "integration"));
        Answers.json(context, 200, views(useCases.show().of(Callers.of(context), id)));
    }

    private static Map<String, List<SyncRunView>> views(List<ShownRun> runs) {
        return Map.of("syncs", runs.stream().map(SyncRunView::of).toList());
    }

    private static boolean isUnderWay(ShownRun shown) {
        var status = shown.run().status();
        return status == SyncStatus.QUEUED || status == SyncStatus.RUNNING;
    }

    /** What is no id is nobody's. */
    private static IntegrationId integration(String text) {
        try {
            return new IntegrationId(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            throw new RequestRejected.NotFound("integration");
        }
    }

    private static Optional<LocalDate> date(JsonBody body, String field) {
        return body.text(field).map(text -> AskedDate.of(field, text));
    }
}
