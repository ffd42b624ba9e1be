package dev.aiusage.providers.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.aiusage.domain.usage.Count;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the one JSON object of a line and builds nothing. Each method that takes or skips a value stands on it before,
 * and at its end after. That a value is of a wrong type is remembered and not thrown, as it only matters in lines that
 * have something to count.
 */
final class JsonLine implements AutoCloseable {

    /** More than any one request has, and little enough that sums of many and their cost stay numbers. */
    static final long MAX_TOKENS = 1_000_000_000L;

    /** Of JSON: false. */
    static final int LONGEST_WORD = 5;

    private static final int MAX_DIGITS = 18;
    private static final double MAX_DOLLARS = 1e4;
    private static final double NO_DOLLARS = 1e-12;

    /**
     * Only what is read is held to the length of a text: ids, names, paths. Names and numbers are also limited where they are
     * skipped, to more than tools write; the depth is what other JSON readers allow as well.
     */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(100_000)
                    .maxNameLength(100_000)
                    .maxNumberLength(1_000)
                    .maxNestingDepth(1_000)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .build();

    private static final LineBytes NO_LINE = new LineBytes(new byte[0], 0, 0);

    private final LineBytes line;
    private final JsonParser parser;
    private @Nullable String defect;

    private JsonLine(LineBytes line, JsonParser parser) {
        this.line = line;
        this.parser = parser;
    }

    static JsonLine open(LineBytes line) throws IOException {
        var parser = JSON.createParser(line.buffer(), line.start(), line.length());
        return new JsonLine(line, parser);
    }

    /** Walks through objects of any size one after the other, of whose contents no text may be asked for. */
    static JsonLine open(InputStream objects) throws IOException {
        return new JsonLine(NO_LINE, JSON.createParser(objects));
    }

    /** Stands before the first field of the line's object, if it is one. */
    boolean beginsObject() throws IOException {
        return parser.nextToken() == JsonToken.START_OBJECT;
    }

    /** Whether nothing follows the line's object. */
    boolean ends() throws IOException {
        return parser.nextToken() == null;
    }

    /** Goes to the value of the next field; null at the end of the object. */
    @Nullable
    String nextField() throws IOException {
        var name = parser.nextFieldName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    /** Goes to the next element of a list; false at its end. */
    boolean nextElement() throws IOException {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    boolean isList() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** Whether it is true; anything else is as good as false. */
    boolean isTrue() throws IOException {
        var isTrue = parser.currentToken() == JsonToken.VALUE_TRUE;
        skip();
        return isTrue;
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    /** What is no object is skipped; null is as good as absent, anything else a defect. */
    boolean entersObject(String field) throws IOException {
        if (!isObject()) {
            wrong(field, "must be an object");
        }
        return isObject();
    }

    @Nullable
    String text(String field) throws IOException {
        var text = textIfAny();
        if (text == null) {
            wrong(field, "must be a text");
        }
        return text == null || text.isEmpty() ? null : text;
    }

    /** For fields that other tools use otherwise. */
    @Nullable
    String textIfAny() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        skip();
        return null;
    }

    @Nullable
    JsonText contentIfAny() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            var offset = parser.currentTokenLocation().getByteOffset();
            return new JsonText(line.buffer(), line.start() + Math.toIntExact(offset));
        }
        skip();
        return null;
    }

    boolean flag(String field) throws IOException {
        var token = parser.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            wrong(field, "must be true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    Count count(String field, long max) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            wrong(field, "must be a whole number");
            return Count.UNKNOWN;
        }
        if (parser.getTextCharacters()[parser.getTextOffset()] == '-') {
            wrong(field, "can't be negative");
            return Count.UNKNOWN;
        }
        var number = parser.getTextLength() > MAX_DIGITS ? Long.MAX_VALUE : parser.getLongValue();
        if (number > max) {
            wrong(field, "is too large");
            return Count.UNKNOWN;
        }
        return Count.of(number);
    }

    /** Compared as a double first: the exact form of a number like 1e-999999999 would fill the memory. */
    @Nullable
    BigDecimal dollars(String field) throws IOException {
        if (!parser.currentToken().isNumeric()) {
            wrong(field, "must be a number");
            return null;
        }
        var about = parser.getDoubleValue();
        if (about < 0 || about > MAX_DOLLARS) {
            wrong(field, about < 0 ? "can't be negative" : "is too large");
            return null;
        }
        return about < NO_DOLLARS ? BigDecimal.ZERO : parser.getDecimalValue();
    }

    private void wrong(String field, String reason) throws IOException {
        if (!isNull() && defect == null) {
            defect = field + " " + reason;
        }
        skip();
    }

    /** The first value since this was asked last that was of a wrong type, and where; null if none was. */
    @Nullable
    String takeDefect() {
        var found = defect;
        defect = null;
        return found;
    }

    /** Whether what could not be read may only be the beginning of a word that these objects end in. */
    boolean stopsAtEndOf(InputStream objects) throws IOException {
        return parser.releaseBuffered(OutputStream.nullOutputStream()) < LONGEST_WORD && objects.read() < 0;
    }

    /** How many bytes lie before what comes next. */
    long offset() {
        return parser.currentLocation().getByteOffset();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
