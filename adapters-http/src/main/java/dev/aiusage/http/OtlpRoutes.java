package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.telemetry.ReceiveTelemetry;
import dev.aiusage.application.telemetry.TelemetryDelivery;
import dev.aiusage.application.telemetry.TelemetrySignal;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Taking in what tools send of themselves by OTLP over HTTP. */
final class OtlpRoutes {

    /** Clients send every few seconds, and at most some hundred records at once. */
    private static final long MAX_BYTES = 16L << 20;

    private final ReceiveTelemetry receiveTelemetry;

    OtlpRoutes(ReceiveTelemetry receiveTelemetry) {
        this.receiveTelemetry = receiveTelemetry;
    }

    List<Route> routes() {
        return Arrays.stream(TelemetrySignal.values()).flatMap(this::routesOf).toList();
    }

    private Stream<Route> routesOf(TelemetrySignal signal) {
        return Stream.of(OtlpPaths.PLAIN, OtlpPaths.WITH_TOKEN)
                .map(path -> Route.post(path + signal.slug(), context -> receive(context, signal)));
    }

    private void receive(Context context, TelemetrySignal signal) {
        var encoding = OtlpEncoding.required(context.contentType());
        var upload = Upload.of(context.req(), MAX_BYTES);
        try {
            var body = new LimitedStream(bytesOf(upload), MAX_BYTES, MAX_BYTES);
            var delivery = new TelemetryDelivery(Callers.of(context), signal, encoding.encoding(), body);
            Answers.telemetry(
                    context, 200, new Representation(receiveTelemetry.receive(delivery), encoding.mediaType()));
        } catch (RequestRejected | Refused | StorageUnavailable refused) {
            upload.drain();
            throw upload.timedOut() ? silent() : refused;
        } catch (IOException broken) {
            throw upload.timedOut()
                    ? silent()
                    : new RequestRejected.Malformed("body", "broke off, or its gzip is broken");
        }
    }

    private static InputStream bytesOf(Upload upload) throws IOException {
        return upload.files()
                .next()
                .orElseThrow(() -> new IllegalStateException("a body that is no form is one file"))
                .bytes();
    }

    private static Refused silent() {
        return new Refused(Problem.of(ProblemType.TIMED_OUT, "The body fell silent before its end."));
    }
}
