package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.device.DeviceId;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machines that a user's logs came from. */
final class DeviceRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceRoutes.class);
    private static final String ALL = "/api/ai-usage/devices";
    private static final String ONE = ALL + "/{id}";

    private final UseCases.OfDevices useCases;

    DeviceRoutes(UseCases.OfDevices useCases) {
        this.useCases = useCases;
    }

    List<Route> routes() {
        return List.of(Route.get(ALL, this::list), Route.patch(ONE, this::rename), Route.delete(ONE, this::remove));
    }

    private void list(Context context) {
        var devices = useCases.list().of(Callers.of(context));
        Answers.json(
                context,
                200,
                Map.of("devices", devices.stream().map(DeviceView::of).toList()));
    }

    private void rename(Context context) {
        var id = id(context);
        var body = JsonBody.of(context.req());
        if (!body.names("alias")) {
            throw new RequestRejected.InvalidField("alias", "is missing");
        }
        var renamed = useCases.rename()
                .rename(Callers.of(context), id, body.text("alias").orElse(""));
        Answers.json(context, 200, DeviceView.of(renamed));
    }

    private void remove(Context context) {
        var id = id(context);
        useCases.remove().remove(Callers.of(context), id);
        LOG.info("removed device={}", id);
        Answers.nothing(context);
    }

    private static DeviceId id(Context context) {
        return new DeviceId(PathId.of(context, "device"));
    }
}
