package dev.aiusage.providers.calls;

import java.util.List;

/**
 * The rows of an answer, read whole, and the object's other fields.
 */
public record JsonRows<T>(List<T> rows, JsonFields others) {

    public JsonRows {
        rows = List.copyOf(rows);
    }
}
