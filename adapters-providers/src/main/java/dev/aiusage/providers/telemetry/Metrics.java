package dev.aiusage.providers.telemetry;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.DataPointFlags;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.util.List;

/** Finds the points of metrics that some dialect knows. Sums and histograms count something; gauges and summaries do not. */
final class Metrics {

    /** The tools' own before the conventions, which some of them follow beside. */
    private static final List<MetricDialect> DIALECTS = List.of(
            new ClaudeCodeMetrics(), new CodexMetrics(), new GeminiMetrics(), new CopilotMetrics(), new GenAiMetrics());

    private final Times times;
    private final Gathered gathered;

    Metrics(Times times, Gathered gathered) {
        this.times = times;
        this.gathered = gathered;
    }

    void read(ExportMetricsServiceRequest request) {
        for (var ofResource : request.getResourceMetricsList()) {
            var resource = Attributes.of(ofResource.getResource().getAttributesList());
            for (var ofScope : ofResource.getScopeMetricsList()) {
                var sender = Sender.of(resource, ofScope.getScope());
                ofScope.getMetricsList().forEach(metric -> read(sender, metric));
            }
        }
    }

    private void read(Sender sender, Metric metric) {
        DIALECTS.stream()
                .filter(dialect -> dialect.speaks(sender, metric.getName()))
                .findFirst()
                .ifPresent(dialect -> read(dialect, sender, metric));
    }

    private void read(MetricDialect dialect, Sender sender, Metric metric) {
        switch (metric.getDataCase()) {
            case SUM -> {
                var sum = metric.getSum();
                var reader = new PointReader(sender, metric.getName(), sum.getAggregationTemporality(), times);
                sum.getDataPointsList().stream()
                        .filter(point -> isRecorded(point.getFlags()))
                        .forEach(point -> gather(dialect, metric, () -> reader.read(point)));
            }
            case HISTOGRAM -> {
                var histogram = metric.getHistogram();
                var reader = reader(sender, metric, histogram.getAggregationTemporality());
                histogram.getDataPointsList().stream()
                        .filter(point -> isRecorded(point.getFlags()))
                        .forEach(point -> gather(dialect, metric, () -> reader.read(point)));
            }
            case EXPONENTIAL_HISTOGRAM -> {
                var histogram = metric.getExponentialHistogram();
                var reader = reader(sender, metric, histogram.getAggregationTemporality());
                histogram.getDataPointsList().stream()
                        .filter(point -> isRecorded(point.getFlags()))
                        .forEach(point -> gather(dialect, metric, () -> reader.read(point)));
            }
            default -> {
                // Nothing that adds up.
            }
        }
    }

    private PointReader reader(Sender sender, Metric metric, AggregationTemporality temporality) {
        return new PointReader(sender, metric.getName(), temporality, times);
    }

    private void gather(MetricDialect dialect, Metric metric, Reading reading) {
        try {
            var point = reading.point();
            gathered.sums(dialect.tool(point.sender()), PointSums.of(dialect, point));
        } catch (BadPart bad) {
            // A dialect knows the name, so it is none that a client made up.
            gathered.reject(metric.getName(), bad);
        }
    }

    private static boolean isRecorded(int flags) {
        return (flags & DataPointFlags.DATA_POINT_FLAGS_NO_RECORDED_VALUE_MASK_VALUE) == 0;
    }

    @FunctionalInterface
    private interface Reading {
        Point point() throws BadPart;
    }
}
