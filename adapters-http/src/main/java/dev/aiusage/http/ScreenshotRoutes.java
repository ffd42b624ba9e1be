package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.screenshots.NewScreenshot;
import dev.aiusage.application.screenshots.ScreenshotId;
import dev.aiusage.domain.integration.Tool;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures that a vision model reads, and what their owners make of what it read. */
final class ScreenshotRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenshotRoutes.class);
    private static final String ALL = "/api/ai-usage/screenshots";

    private final UseCases.OfScreenshots useCases;

    ScreenshotRoutes(UseCases.OfScreenshots useCases) {
        this.useCases = useCases;
    }

    List<Route> routes() {
        return List.of(
                Route.post(ALL, this::read),
                Route.post(ALL + "/{id}/confirm", this::confirm),
                Route.delete(ALL + "/{id}", this::discard));
    }

    private void read(Context context) {
        var started = System.nanoTime();
        var tool = tool(QueryParameters.of(context.queryString()));
        var screenshot = new NewScreenshot(Callers.of(context), ScreenshotUpload.of(context), tool);
        var draft = useCases.read().read(screenshot);
        LOG.info(
                "read screenshot={} days={} took={} ms",
                draft.id(),
                draft.days().size(),
                (System.nanoTime() - started) / 1_000_000);
        Answers.json(context, 200, ScreenshotView.of(draft));
    }

    private void confirm(Context context) {
        var user = Callers.of(context);
        var id = id(context);
        var body = JsonBody.orEmpty(context.req(), MetricRows.MAX_BYTES);
        var stored = body.names(MetricRows.FIELD)
                ? useCases.confirm().corrected(user, id, MetricRows.of(body, MetricRows.Requests.OPTIONAL))
                : useCases.confirm().asRead(user, id);
        LOG.info("confirmed screenshot={} days={}", id, stored);
        Answers.json(context, 200, Map.of("metrics_stored", stored));
    }

    private void discard(Context context) {
        var id = id(context);
        useCases.discard().discard(Callers.of(context), id);
        LOG.info("discarded screenshot={}", id);
        Answers.nothing(context);
    }

    private static ScreenshotId id(Context context) {
        return new ScreenshotId(PathId.of(context, "draft of a screenshot"));
    }

    private static Optional<Tool> tool(QueryParameters parameters) {
        return parameters.one("tool").map(text -> {
            if (!Tool.isSlug(text)) {
                throw new RequestRejected.InvalidField("tool", "must be a tool such as claude_code");
            }
            return Tool.named(text);
        });
    }
}
