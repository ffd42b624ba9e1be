package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.integrations.IntegrationChange;
import dev.aiusage.application.integrations.ShownIntegration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.Secret;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connecting to vendors, and what becomes of the connections. */
final class IntegrationRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(IntegrationRoutes.class);
    private static final String ALL = "/api/ai-usage/integrations";
    private static final String ONE = ALL + "/{id}";
    private static final String WHAT = "integration";

    private final UseCases.OfIntegrations useCases;

    IntegrationRoutes(UseCases.OfIntegrations useCases) {
        this.useCases = useCases;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/ai-usage/connect", this::connect),
                Route.get(ALL, this::list),
                Route.get(ONE, this::show),
                Route.patch(ONE, this::change),
                Route.delete(ONE, this::remove));
    }

    private void connect(Context context) {
        var isTried = ConnectRequest.isTried(context);
        var asked = ConnectRequest.of(context, Callers.of(context));
        if (isTried) {
            var tried = useCases.connect().connectTried(asked);
            connected(context, tried.shown(), TriedIntegrationView.of(tried));
        } else {
            var shown = useCases.connect().connect(asked);
            connected(context, shown, IntegrationView.of(shown));
        }
    }

    private static void connected(Context context, ShownIntegration shown, Object view) {
        var held = shown.integration();
        LOG.info("connected integration={} tool={}", held.id(), held.tool());
        context.header("Location", ALL + "/" + held.id());
        Answers.json(context, 201, view);
    }

    private void list(Context context) {
        var held = useCases.list().of(Callers.of(context));
        Answers.json(
                context,
                200,
                Map.of("integrations", held.stream().map(IntegrationView::of).toList()));
    }

    private void show(Context context) {
        var id = id(context);
        var held = useCases.list().of(Callers.of(context)).stream()
                .filter(one -> one.integration().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RequestRejected.NotFound(WHAT));
        Answers.json(context, 200, IntegrationView.of(held));
    }

    private void change(Context context) {
        var id = id(context);
        var changes = changes(JsonBody.of(context.req()));
        var changed = useCases.change().change(Callers.of(context), id, changes);
        LOG.info("changed integration={}", id);
        Answers.json(context, 200, IntegrationView.of(changed));
    }

    /** The key first: a new one makes the integration active, whatever else is said of that. */
    private static List<IntegrationChange> changes(JsonBody body) {
        var changes = new ArrayList<IntegrationChange>();
        body.text("api_key").ifPresent(key -> changes.add(new IntegrationChange.NewKey(new Secret(key))));
        if (body.names("account")) {
            changes.add(new IntegrationChange.NewAccount(body.text("account").orElse("")));
        }
        body.flag("is_active")
                .ifPresent(isActive ->
                        changes.add(isActive ? new IntegrationChange.Resume() : new IntegrationChange.Pause()));
        return changes;
    }

    private void remove(Context context) {
        var id = id(context);
        useCases.remove().remove(Callers.of(context), id);
        LOG.info("removed integration={}", id);
        Answers.nothing(context);
    }

    private static IntegrationId id(Context context) {
        return new IntegrationId(PathId.of(context, WHAT));
    }
}
