package dev.aiusage.providers.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Label;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The fields of a vendor's JSON object. What is missing or null is unknown, an object that is missing has no fields; what is
 * there and is not what it must be makes the answer malformed, and the failure names its place.
 */
public final class JsonFields {

    private static final int MAX_DECIMAL_DIGITS = 30;
    private static final int DATE_LENGTH = 10;
    private static final int SHOWN = 100;

    private final ObjectNode node;
    private final String place;

    JsonFields(ObjectNode node, String place) {
        this.node = node;
        this.place = place;
    }

    public boolean has(String field) {
        return !value(field).isMissingNode();
    }

    public Count count(String field) {
        var value = value(field);
        if (value.isMissingNode()) {
            return Count.UNKNOWN;
        }
        var whole = value.isTextual() ? decimal(field, value) : value.isNumber() ? value.decimalValue() : null;
        if (whole == null
                || whole.precision() - whole.scale() > MAX_DECIMAL_DIGITS
                || whole.scale() > MAX_DECIMAL_DIGITS) {
            throw malformed(field, "no whole number");
        }
        try {
            return Count.of(whole.longValueExact());
        } catch (ArithmeticException | IllegalArgumentException impossible) {
            throw malformed(field, "no whole number of at least 0");
        }
    }

    /** A count that is no more than this. */
    public Count count(String field, long max) {
        var count = count(field);
        if (count.orElse(0) > max) {
            throw malformed(field, "more than " + max);
        }
        return count;
    }

    /** A number of at least 0 that is no more than this. */
    public Optional<BigDecimal> amount(String field, BigDecimal max) {
        var amount = decimal(field);
        if (amount.isPresent() && amount.get().signum() < 0) {
            throw malformed(field, "negative");
        }
        if (amount.isPresent() && amount.get().compareTo(max) > 0) {
            throw malformed(field, "more than " + max.toPlainString());
        }
        return amount;
    }

    /** A number, or a text that holds one. */
    public Optional<BigDecimal> decimal(String field) {
        var value = value(field);
        return value.isMissingNode() ? Optional.empty() : Optional.of(decimal(field, value));
    }

    public Optional<String> text(String field) {
        var value = value(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() && !value.isNumber()) {
            throw malformed(field, "no text");
        }
        var text = value.asText();
        if (text.indexOf('\0') >= 0) {
            throw malformed(field, "a text with a NUL in it");
        }
        return Optional.of(text).filter(given -> !given.isBlank());
    }

    /** A text that can be shown to people: printable, and not long. */
    public Optional<String> shown(String field) {
        return text(field).map(text -> Printable.of(text, SHOWN)).filter(text -> !text.isBlank());
    }

    public Label label(String field) {
        return text(field).map(text -> Label.legible(text.strip())).orElse(Label.NONE);
    }

    public boolean isTrue(String field) {
        return value(field).asBoolean(false);
    }

    /** The date that the text begins with. */
    public LocalDate date(String field) {
        var text = text(field).orElseThrow(() -> malformed(field, "missing"));
        try {
            return LocalDate.parse(text.length() <= DATE_LENGTH ? text : text.substring(0, DATE_LENGTH));
        } catch (DateTimeException unreadable) {
            throw malformed(field, "no date");
        }
    }

    public JsonFields object(String field) {
        var value = value(field);
        if (value.isMissingNode()) {
            return new JsonFields(VendorJson.MAPPER.createObjectNode(), place + field + ".");
        }
        if (value instanceof ObjectNode object) {
            return new JsonFields(object, place + field + ".");
        }
        throw malformed(field, "no object");
    }

    public Stream<JsonFields> objects(String field) {
        var value = value(field);
        if (value.isMissingNode()) {
            return Stream.empty();
        }
        if (!value.isArray()) {
            throw malformed(field, "no list");
        }
        return StreamSupport.stream(value.spliterator(), false).map(element -> {
            if (element instanceof ObjectNode object) {
                return new JsonFields(object, place + field + "[].");
            }
            throw malformed(field, "a list of something else than objects");
        });
    }

    public List<String> texts(String field) {
        var value = value(field);
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw malformed(field, "no list");
        }
        return StreamSupport.stream(value.spliterator(), false)
                .map(element -> {
                    if (element.isTextual()) {
                        return element.textValue();
                    }
                    throw malformed(field, "a list of something else than texts");
                })
                .toList();
    }

    /** Each field that holds an object, by its name, which is the vendor's text and so is in no failure. */
    public void eachObject(BiConsumer<String, JsonFields> action) {
        node.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode object) {
                action.accept(field.getKey(), new JsonFields(object, place + "*."));
            }
        });
    }

    public VendorFailure malformed(String field, String complaint) {
        return new VendorFailure.MalformedAnswer(
                "The vendor's answer is not as documented: " + place + field + " is " + complaint + ".");
    }

    private BigDecimal decimal(String field, JsonNode value) {
        try {
            var read = value.isTextual() ? new BigDecimal(shortText(field, value)) : value.decimalValue();
            if (Math.abs((long) read.precision() - read.scale()) > MAX_DECIMAL_DIGITS
                    || Math.abs(read.scale()) > MAX_DECIMAL_DIGITS) {
                throw malformed(field, "a number that can't be");
            }
            if (value.isNumber() || value.isTextual()) {
                return read;
            }
        } catch (NumberFormatException unreadable) {
            throw malformed(field, "no number");
        }
        throw malformed(field, "no number");
    }

    private String shortText(String field, JsonNode value) {
        var text = value.textValue().strip();
        if (text.length() > 2 * MAX_DECIMAL_DIGITS) {
            throw malformed(field, "no number");
        }
        return text;
    }

    private JsonNode value(String field) {
        var value = node.get(field);
        return value == null || value.isNull() ? MissingNode.getInstance() : value;
    }
}
