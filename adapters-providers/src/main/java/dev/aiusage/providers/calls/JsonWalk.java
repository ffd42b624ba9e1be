package dev.aiusage.providers.calls;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Goes through JSON of any size and hands on the objects that are wanted, wherever they stand. Nothing else of it is held, and it
 * may be nested no deeper than vendors' answers.
 */
final class JsonWalk {

    /** Where objects are wanted, and what becomes of them. The names that lead to a place are those of an object's fields. */
    interface Finds {

        /** Elements of a list stand where the list does; so does each of several texts after each other. */
        boolean want(List<String> names);

        void object(List<String> names, JsonFields found);

        /** Something else than an object stands where one is wanted. */
        void other(List<String> names);
    }

    private final PieceLimit json;
    private final Finds finds;
    private final List<String> names = new ArrayList<>();
    private final List<String> place = Collections.unmodifiableList(names);

    private JsonWalk(PieceLimit json, Finds finds) {
        this.json = json;
        this.finds = finds;
    }

    static void through(Reader text, Finds finds) throws IOException {
        try (var json = new PieceLimit(VendorJson.MAPPER.createParser(text))) {
            var walk = new JsonWalk(json, finds);
            while (json.nextToken() != null) {
                walk.value();
            }
        }
    }

    private void value() throws IOException {
        json.startPiece();
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                value();
            }
        } else if (finds.want(place)) {
            wanted();
        } else if (json.currentToken() == JsonToken.START_OBJECT) {
            fields();
        }
    }

    private void wanted() throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            finds.object(place, new JsonFields(json.<ObjectNode>readValueAsTree(), ""));
        } else if (json.currentToken() != JsonToken.VALUE_NULL) {
            finds.other(place);
        }
    }

    private void fields() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            names.add(json.currentName());
            json.nextToken();
            value();
            names.remove(names.size() - 1);
        }
    }
}
