package dev.aiusage.http;

import dev.aiusage.application.entering.EnterUsage;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Usage that users type in. */
final class EntryRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(EntryRoutes.class);

    private final EnterUsage enterUsage;

    EntryRoutes(EnterUsage enterUsage) {
        this.enterUsage = enterUsage;
    }

    List<Route> routes() {
        return List.of(Route.post("/api/ai-usage/metrics", this::enter));
    }

    private void enter(Context context) {
        var user = Callers.of(context);
        var days = MetricRows.of(JsonBody.of(context.req(), MetricRows.MAX_BYTES), MetricRows.Requests.REQUIRED);
        var stored = enterUsage.enter(user, days);
        LOG.info("entered days={}", stored);
        Answers.json(context, 200, Map.of("metrics_stored", stored));
    }
}
