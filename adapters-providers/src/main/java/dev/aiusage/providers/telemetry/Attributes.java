package dev.aiusage.providers.telemetry;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Attributes as texts, whatever type a client gave them: the same number comes as a number from one and as a text from another. */
final class Attributes {

    private final SortedMap<String, String> texts = new TreeMap<>();

    private Attributes(List<KeyValue> attributes) {
        attributes.forEach(attribute -> texts.put(attribute.getKey(), text(attribute.getValue())));
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
        var all = new ArrayList<String>(texts.size() * 2);
        texts.forEach((name, text) -> {
            all.add(name);
            all.add(text);
        });
        return all;
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
