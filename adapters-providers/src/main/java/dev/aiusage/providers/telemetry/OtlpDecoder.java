package dev.aiusage.providers.telemetry;

import com.google.protobuf.Message;
import dev.aiusage.application.telemetry.DecodedTelemetry;
import dev.aiusage.application.telemetry.RejectedParts;
import dev.aiusage.application.telemetry.TelemetryDecoder;
import dev.aiusage.application.telemetry.TelemetryEncoding;
import dev.aiusage.application.telemetry.TelemetrySignal;
import dev.aiusage.domain.pricing.PriceTable;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.concurrent.Semaphore;

/** Decodes OTLP of version 1 with the official classes, whichever of its two encodings it comes in. */
public final class OtlpDecoder implements TelemetryDecoder {

    /** A delivery takes many times its size while it is taken apart. */
    private static final int AT_ONCE = 2;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final PriceTable prices;
    private final Clock clock;

    public OtlpDecoder(PriceTable prices, Clock clock) {
        this.prices = prices;
        this.clock = clock;
    }

    @Override
    public DecodedTelemetry decode(TelemetrySignal signal, TelemetryEncoding encoding, InputStream body)
            throws IOException {
        var bytes = body.readAllBytes();
        turns.acquireUninterruptibly();
        try {
            return decode(signal, encoding, bytes);
        } finally {
            turns.release();
        }
    }

    @Override
    public byte[] reply(TelemetrySignal signal, TelemetryEncoding encoding, RejectedParts rejected) {
        return new OtlpReply(signal, rejected).in(encoding);
    }

    private DecodedTelemetry decode(TelemetrySignal signal, TelemetryEncoding encoding, byte[] bytes) {
        var gathered = new Gathered();
        var times = new Times(clock.instant());
        switch (signal) {
            case METRICS -> {
                var request = ExportMetricsServiceRequest.newBuilder();
                read(encoding, bytes, request);
                new Metrics(times, gathered).read(request.build());
            }
            case LOGS -> {
                var request = ExportLogsServiceRequest.newBuilder();
                read(encoding, bytes, request);
                new Logs(prices, times, gathered).read(request.build());
            }
            case TRACES -> {
                var request = ExportTraceServiceRequest.newBuilder();
                read(encoding, bytes, request);
                new CodeBurnSpans(times, gathered).read(request.build());
            }
        }
        return gathered.all();
    }

    private static void read(TelemetryEncoding encoding, byte[] bytes, Message.Builder into) {
        switch (encoding) {
            case PROTOBUF -> OtlpProtobuf.read(bytes, into);
            case JSON -> OtlpJson.read(bytes, into);
        }
    }
}
