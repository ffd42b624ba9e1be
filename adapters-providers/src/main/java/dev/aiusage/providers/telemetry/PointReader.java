package dev.aiusage.providers.telemetry;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the points of one metric. */
final class PointReader {

    private final Sender sender;
    private final String metric;
    private final AggregationTemporality temporality;
    private final Times times;

    PointReader(Sender sender, String metric, AggregationTemporality temporality, Times times) {
        this.sender = sender;
        this.metric = metric;
        this.temporality = temporality;
        this.times = times;
    }

    Point read(NumberDataPoint point) throws BadPart {
        var value = switch (point.getValueCase()) {
            case AS_INT -> BigDecimal.valueOf(point.getAsInt());
            case AS_DOUBLE -> finite(point.getAsDouble());
            default -> throw new BadPart("it has no value");
        };
        return point(
                point.getAttributesList(),
                point.getStartTimeUnixNano(),
                point.getTimeUnixNano(),
                Optional.of(value),
                value);
    }

    Point read(HistogramDataPoint point) throws BadPart {
        return point(
                point.getAttributesList(),
                point.getStartTimeUnixNano(),
                point.getTimeUnixNano(),
                point.hasSum() ? Optional.of(finite(point.getSum())) : Optional.empty(),
                unsigned(point.getCount()));
    }

    Point read(ExponentialHistogramDataPoint point) throws BadPart {
        return point(
                point.getAttributesList(),
                point.getStartTimeUnixNano(),
                point.getTimeUnixNano(),
                point.hasSum() ? Optional.of(finite(point.getSum())) : Optional.empty(),
                unsigned(point.getCount()));
    }

    private Point point(List<KeyValue> attributes, long start, long time, Optional<BigDecimal> sum, BigDecimal count)
            throws BadPart {
        var at = times.of(time);
        return new Point(sender, metric, Attributes.of(attributes), startOf(start, at), at, sum, count);
    }

    /**
     * A difference is a sum of its own, told from others by its end: some clients give all the same start, or none. One that is
     * sent again ends as it did before, unless it has no time at all: then nothing tells it from another one.
     */
    private Instant startOf(long start, Instant at) throws BadPart {
        return switch (temporality) {
            case AGGREGATION_TEMPORALITY_DELTA -> at;
            case AGGREGATION_TEMPORALITY_CUMULATIVE -> notAfter(at, Times.instant(start));
            default -> throw new BadPart("its aggregation temporality is neither delta nor cumulative");
        };
    }

    private static Instant notAfter(Instant at, Instant start) throws BadPart {
        if (start.isAfter(at)) {
            throw new BadPart("it ends before it starts");
        }
        return start;
    }

    private static BigDecimal finite(double value) throws BadPart {
        if (!Double.isFinite(value)) {
            throw new BadPart("it is no finite number");
        }
        return BigDecimal.valueOf(value);
    }

    private static BigDecimal unsigned(long count) throws BadPart {
        if (count < 0) {
            throw new BadPart("it is more than there can be");
        }
        return BigDecimal.valueOf(count);
    }
}
