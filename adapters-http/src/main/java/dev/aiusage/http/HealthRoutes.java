package dev.aiusage.http;

import dev.aiusage.application.health.StorageHealth;
import io.javalin.http.Context;
import java.util.List;

/** Whether the service lives, and whether it can work. */
final class HealthRoutes {

    private static final String RETRY_SECONDS = "5";

    private final StorageHealth storage;
    private final String version;

    HealthRoutes(StorageHealth storage, String version) {
        this.storage = storage;
        this.version = version;
    }

    List<Route> routes() {
        return List.of(Route.get("/health", this::health), Route.get("/health/live", this::live));
    }

    private void health(Context context) {
        if (storage.isReachable()) {
            Answers.json(context, 200, new HealthView("ok", version, storage.kind()));
            return;
        }
        context.header("Retry-After", RETRY_SECONDS);
        Answers.json(context, 503, new HealthView("unavailable", version, storage.kind()));
    }

    private void live(Context context) {
        Answers.json(context, 200, new LiveView("ok", version));
    }
}
