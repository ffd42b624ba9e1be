package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import io.javalin.http.Context;
import java.util.UUID;

/** The id in a path. What is no id is nobody's. */
final class PathId {

    private PathId() {}

    static UUID of(Context context, String what) {
        var text = context.pathParam("id");
        try {
            var id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException noId) {
            throw new RequestRejected.NotFound(what);
        }
        throw new RequestRejected.NotFound(what);
    }
}
