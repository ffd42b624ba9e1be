package dev.aiusage.http;

import dev.aiusage.application.telemetry.TelemetrySignal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where telemetry is sent to. Clients that can't send headers have their token in the path. */
final class OtlpPaths {

    static final String PLAIN = "/v1/";
    static final String WITH_TOKEN = "/ingest/{token}/v1/";

    private static final Pattern INGEST = Pattern.compile("/ingest/([^/]+)/v1/(?:metrics|logs|traces)");
    private static final Pattern AFTER_INGEST = Pattern.compile("(?i)(/ingest/)[^/]+");
    private static final Pattern TOKEN = Pattern.compile("aiu_[\\w%-]*");
    private static final List<String> DELIVERIES = Arrays.stream(TelemetrySignal.values())
            .map(signal -> PLAIN + signal.slug())
            .toList();

    private OtlpPaths() {}

    static boolean isDelivery(String path) {
        return DELIVERIES.contains(path) || INGEST.matcher(path).matches();
    }

    /** The token in such a path; empty in others. */
    static Optional<String> tokenIn(String path) {
        var matcher = INGEST.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** As a log may have it. */
    static String redacted(@Nullable String path) {
        return TOKEN.matcher(AFTER_INGEST.matcher(String.valueOf(path)).replaceAll("$1***"))
                .replaceAll("***");
    }
}
