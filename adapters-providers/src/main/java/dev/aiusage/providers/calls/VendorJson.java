package dev.aiusage.providers.calls;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiusage.application.syncing.VendorFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.Response;

/** JSON of vendors, read without ever holding a whole answer; numbers are exact decimals. */
public final class VendorJson {

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxStringLength(1 << 20)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private static final int MOST_ROWS = 500_000;

    private VendorJson() {}

    /**
     * Reads an object whose rows stand in one array, and hands on each row as it comes.
     *
     * @return the object's other fields
     */
    public static JsonFields rows(Response answer, String array, Consumer<JsonFields> row) throws IOException {
        try (var parser = parser(answer)) {
            require(parser.nextToken() == JsonToken.START_OBJECT, "is no JSON object");
            var others = MAPPER.createObjectNode();
            var found = false;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                if (name.equals(array) && parser.currentToken() == JsonToken.START_ARRAY) {
                    require(!found, "has the list " + array + " twice");
                    found = true;
                    elements(parser, counted(row));
                } else {
                    others.set(name, parser.<JsonNode>readValueAsTree());
                }
            }
            require(found, "has no list " + array);
            requireEnd(parser);
            return new JsonFields(others, "");
        }
    }

    /** Reads such an object to its end before anything is made of its rows, as a call that may be made again needs it. */
    public static <T> JsonRows<T> allRows(Response answer, String array, Function<JsonFields, T> reader)
            throws IOException {
        var rows = new ArrayList<T>();
        var others = rows(answer, array, row -> rows.add(reader.apply(row)));
        return new JsonRows<>(rows, others);
    }

    private static Consumer<JsonFields> counted(Consumer<JsonFields> row) {
        var rows = new AtomicInteger();
        return fields -> {
            if (rows.incrementAndGet() > MOST_ROWS) {
                throw new VendorFailure.AnswerTooLarge("The vendor answered with more rows than any honest page has.");
            }
            row.accept(fields);
        };
    }

    /** Reads objects that follow each other (as lines or not), or stand in an array, and hands on each as it comes. */
    public static void objects(Response answer, Consumer<JsonFields> object) throws IOException {
        objects(answer.body().byteStream(), object);
    }

    /** The same of what came by another way. */
    public static void objects(InputStream text, Consumer<JsonFields> object) throws IOException {
        try (var parser = new PieceLimit(MAPPER.createParser(text))) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    elements(parser, object);
                } else {
                    parser.startPiece();
                    object.accept(one(parser));
                }
            }
        }
    }

    /** Reads a small object. */
    public static JsonFields object(Response answer) throws IOException {
        try (var parser = parser(answer)) {
            parser.nextToken();
            var read = one(parser);
            requireEnd(parser);
            return read;
        }
    }

    /** Reads a small object where there is one: not in an empty answer, nor in {@code null} or an empty text. */
    public static Optional<JsonFields> objectIfAny(Response answer) throws IOException {
        try (var parser = parser(answer)) {
            var token = parser.nextToken();
            if (token == null
                    || token == JsonToken.VALUE_NULL
                    || (token == JsonToken.VALUE_STRING && parser.getText().isBlank())) {
                return Optional.empty();
            }
            var read = one(parser);
            requireEnd(parser);
            return Optional.of(read);
        }
    }

    private static PieceLimit parser(Response answer) throws IOException {
        return new PieceLimit(MAPPER.createParser(answer.body().byteStream()));
    }

    private static void elements(PieceLimit parser, Consumer<JsonFields> row) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.startPiece();
            row.accept(one(parser));
        }
    }

    private static JsonFields one(JsonParser parser) throws IOException {
        require(parser.currentToken() == JsonToken.START_OBJECT, "holds something else than objects");
        return new JsonFields(parser.<ObjectNode>readValueAsTree(), "");
    }

    private static void requireEnd(JsonParser parser) throws IOException {
        require(parser.nextToken() == null, "goes on after its end");
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new VendorFailure.MalformedAnswer("The vendor's answer " + complaint + ".");
        }
    }
}
