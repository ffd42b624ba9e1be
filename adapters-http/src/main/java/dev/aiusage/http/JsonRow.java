package dev.aiusage.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aiusage.application.RequestRejected.InvalidField;
import dev.aiusage.domain.usage.Count;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The fields of one object among many. What is wrong with them is gathered, so that all rows are told of at once; a wrong field
 * then reads as one that is not given.
 */
final class JsonRow {

    private static final int MAX_DIGITS = 100;

    private final String place;
    private final JsonNode object;
    private final List<InvalidField> faults;

    /** @param place what stands before the name of a field, such as {@code metrics[3].} */
    JsonRow(String place, JsonNode object, List<InvalidField> faults) {
        this.place = place;
        this.object = object;
        this.faults = faults;
    }

    void fault(String field, String message) {
        faults.add(new InvalidField(place + field, message));
    }

    boolean isMissing(String field) {
        return given(field).isEmpty();
    }

    Optional<String> text(String field) {
        var value = given(field);
        if (value.isPresent() && !value.get().isTextual()) {
            fault(field, "must be a text");
            return Optional.empty();
        }
        return value.map(JsonNode::textValue);
    }

    Count count(String field, long max) {
        var given = number(field);
        if (given.isEmpty()) {
            return Count.UNKNOWN;
        }
        var number = given.get();
        if (number.stripTrailingZeros().scale() > 0) {
            fault(field, "must be a whole number");
            return Count.UNKNOWN;
        }
        return isWithin(field, number, BigDecimal.valueOf(max)) ? Count.of(number.longValueExact()) : Count.UNKNOWN;
    }

    Optional<BigDecimal> decimal(String field, BigDecimal max) {
        return number(field).filter(number -> isWithin(field, number, max));
    }

    /** An object in this one, which has no fields where it is not given. */
    JsonRow object(String field) {
        var value = given(field);
        if (value.isPresent() && !value.get().isObject()) {
            fault(field, "must be an object");
        }
        return new JsonRow(
                place + field + ".", value.filter(JsonNode::isObject).orElse(MissingNode.getInstance()), faults);
    }

    private boolean isWithin(String field, BigDecimal number, BigDecimal max) {
        if (number.signum() < 0) {
            fault(field, "must be at least 0");
            return false;
        }
        if (number.compareTo(max) > 0) {
            fault(field, "must be at most " + max.toPlainString());
            return false;
        }
        return true;
    }

    private Optional<BigDecimal> number(String field) {
        var value = given(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.get().isNumber()) {
            fault(field, "must be a number");
            return Optional.empty();
        }
        var number = value.get().decimalValue();
        // Beyond these, even comparing and writing out a number takes a machine's time.
        if (Math.abs((long) number.scale()) > MAX_DIGITS || number.precision() > MAX_DIGITS) {
            fault(field, "is out of range");
            return Optional.empty();
        }
        return Optional.of(number);
    }

    private Optional<JsonNode> given(String field) {
        return Optional.ofNullable(object.get(field)).filter(value -> !value.isNull());
    }
}
