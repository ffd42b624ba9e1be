package dev.aiusage.http;

import dev.aiusage.application.rotation.RotateKeys;
import io.javalin.http.Context;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator's work on stored keys, for the command line beside a service that holds the home. */
final class KeyRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRoutes.class);

    private final RotateKeys rotateKeys;

    KeyRoutes(RotateKeys rotateKeys) {
        this.rotateKeys = rotateKeys;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/ai-usage/admin/encryption-keys", this::check),
                Route.post("/api/ai-usage/admin/rotate-keys", this::rotate));
    }

    private void check(Context context) {
        Answers.json(context, 200, KeysInUseView.of(rotateKeys.check()));
    }

    private void rotate(Context context) {
        var report = rotateKeys.rotate(soFar -> LOG.debug("rotating keys: {}", soFar));
        LOG.info(
                "rotated keys newest={} rewrapped={} already_current={} unreadable={}",
                report.newest(),
                report.rewrapped(),
                report.alreadyCurrent(),
                report.unreadable());
        Answers.json(context, 200, RotationView.of(report));
    }
}
