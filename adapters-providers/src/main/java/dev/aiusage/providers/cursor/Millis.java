package dev.aiusage.providers.cursor;

import dev.aiusage.providers.calls.JsonFields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Milliseconds since 1970, which Cursor writes as numbers and as texts. */
final class Millis {

    private Millis() {}

    static LocalDate date(JsonFields row, String field) {
        var millis = row.count(field).toOptional().orElseThrow(() -> row.malformed(field, "missing"));
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }
}
