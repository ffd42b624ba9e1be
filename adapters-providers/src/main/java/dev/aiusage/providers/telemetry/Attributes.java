package dev.aiusage.providers.telemetry;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Attributes as texts, whatever type a client gave them: the same number comes as a number from one and as a text from another. Those
 * of a program are read for each of its points, so that nothing of them is kept that takes long to read.
 */
final class Attributes {

    /** Longer than anything that is read out of one. */
    private static final int LONGEST_TEXT = 4_096;

    private final SortedMap<String, String> texts = new TreeMap<>();
    private final List<String> identity;

    private Attributes(List<KeyValue> attributes) {
        attributes.forEach(attribute -> texts.put(attribute.getKey(), text(attribute.getValue())));
        identity = Identity.of(texts);
        texts.replaceAll((name, text) -> text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    }

    static Attributes of(List<KeyValue> attributes) {
        return new Attributes(attributes);
    }

    /** Empty where it is missing or blank. */
    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name)).filter(text -> !text.isBlank());
    }

    boolean is(String name, String value) {
        return value.equals(texts.get(name));
    }

    /** Empty where it is missing. */
    Optional<BigDecimal> number(String name) throws BadPart {
        var text = text(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(Numbers.of(name, text.get()));
    }

    /** All of them, in an order of their own: the same ones make the same list. */
    List<String> identity() {
        return identity;
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> String.valueOf(value.getBoolValue());
            case INT_VALUE -> String.valueOf(value.getIntValue());
            case DOUBLE_VALUE -> String.valueOf(value.getDoubleValue());
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream()
                        .map(Attributes::text)
                        .collect(Collectors.joining(", ", "[", "]"));
            case KVLIST_VALUE ->
                value.getKvlistValue().getValuesList().stream()
                        .map(pair -> pair.getKey() + "=" + text(pair.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case BYTES_VALUE -> value.getBytesValue().toStringUtf8();
            default -> "";
        };
    }
}
