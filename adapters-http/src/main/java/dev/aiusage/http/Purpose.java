package dev.aiusage.http;

import java.util.Set;

/** What a request is for. Some proofs of who is calling are good for one purpose only. */
public enum Purpose {
    /** Anything that a user may do. */
    USE,
    /** Handing usage in, as machines do on their own; nothing of the user's is shown or changed. */
    DELIVERY;

    private static final Set<String> DELIVERIES = Set.of("POST /api/ai-usage/import");

    /** A path in another spelling is no delivery, even if a route takes it: that only asks for more proof. */
    static Purpose of(String method, String path) {
        var isTelemetry = method.equals("POST") && OtlpPaths.isDelivery(path);
        return isTelemetry || DELIVERIES.contains(method + " " + path) ? DELIVERY : USE;
    }
}
