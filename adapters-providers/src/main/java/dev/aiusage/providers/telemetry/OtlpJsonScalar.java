package dev.aiusage.providers.telemetry;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.aiusage.application.RequestRejected;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.HexFormat;

/** Reads single values as the fields of messages want them. Numbers may come as texts, and whole ones with a point. */
final class OtlpJsonScalar {

    private static final String WHOLE_NUMBER = "a whole number of 64 bits";

    private OtlpJsonScalar() {}

    static Object of(JsonParser json, FieldDescriptor field) throws IOException {
        if (!json.currentToken().isScalarValue() || json.currentToken() == JsonToken.VALUE_NULL) {
            throw wrong(json, "a single value");
        }
        return switch (field.getJavaType()) {
            case STRING -> json.getText();
            case BOOLEAN -> truth(json);
            case DOUBLE -> decimal(json);
            case FLOAT -> (float) decimal(json);
            case INT -> (int) whole(json, field);
            case LONG -> whole(json, field);
            case ENUM -> choice(json, field);
            case BYTE_STRING -> bytes(json, field);
            case MESSAGE -> throw new IllegalStateException("a message is no single value: " + field.getFullName());
        };
    }

    static RequestRejected.Malformed wrong(JsonParser json, String expected) {
        var place = json.getParsingContext().pathAsPointer();
        return new RequestRejected.Malformed("body", "must hold " + expected + " at " + place);
    }

    private static boolean truth(JsonParser json) throws IOException {
        return switch (json.getText()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(json, "true or false");
        };
    }

    private static double decimal(JsonParser json) throws IOException {
        try {
            return Double.parseDouble(digits(json));
        } catch (NumberFormatException noNumber) {
            throw wrong(json, "a number");
        }
    }

    private static long whole(JsonParser json, FieldDescriptor field) throws IOException {
        try {
            var number = new BigDecimal(digits(json));
            return switch (field.getType()) {
                case UINT64, FIXED64 -> unsigned(number);
                case INT32, UINT32, FIXED32, SFIXED32, SINT32 -> Math.toIntExact(number.longValueExact());
                default -> number.longValueExact();
            };
        } catch (NumberFormatException | ArithmeticException noWholeNumber) {
            throw wrong(json, WHOLE_NUMBER);
        }
    }

    /** The parser bounds those that come as numbers; what a million digits are takes minutes to work out. */
    private static String digits(JsonParser json) throws IOException {
        var text = json.getText();
        if (text.length() > OtlpJson.LONGEST_NUMBER) {
            throw new NumberFormatException("too long");
        }
        return text.strip();
    }

    private static long unsigned(BigDecimal number) {
        return number.signum() >= 0 && number.precision() - number.scale() == 20
                ? Long.parseUnsignedLong(number.toBigIntegerExact().toString())
                : number.longValueExact();
    }

    /** What is unknown stays unknown: a newer client may know more. */
    private static Object choice(JsonParser json, FieldDescriptor field) throws IOException {
        var type = field.getEnumType();
        var named = type.findValueByName(json.getText());
        if (named != null) {
            return named;
        }
        try {
            return type.findValueByNumberCreatingIfUnknown(Integer.parseInt(json.getText()));
        } catch (NumberFormatException noNumber) {
            return type.findValueByNumberCreatingIfUnknown(-1);
        }
    }

    /** Only ids are hexadecimal. */
    private static ByteString bytes(JsonParser json, FieldDescriptor field) throws IOException {
        try {
            return ByteString.copyFrom(
                    field.getName().endsWith("_id")
                            ? HexFormat.of().parseHex(json.getText())
                            : Base64.getDecoder().decode(json.getText()));
        } catch (IllegalArgumentException noBytes) {
            throw wrong(json, field.getName().endsWith("_id") ? "hexadecimal digits" : "base64");
        }
    }
}
