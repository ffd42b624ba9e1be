package dev.aiusage.providers.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The one JSON object that a line of a log must be. */
final class LineObject {

    /** Takes the value of a field, or skips it. */
    interface Fields {
        void take(String field, JsonLine json) throws IOException;
    }

    private LineObject() {}

    /** Hands on field by field; the answer is the first value that was of a wrong type, null if none was. */
    static @Nullable String walk(LineBytes bytes, Fields fields) throws BadLine {
        try (var json = JsonLine.open(bytes)) {
            if (!json.beginsObject()) {
                throw new BadLine("is no JSON object");
            }
            for (var field = json.nextField(); field != null; field = json.nextField()) {
                fields.take(field, json);
            }
            if (!json.ends()) {
                throw new BadLine("has something after its JSON object");
            }
            return json.takeDefect();
        } catch (IOException malformed) {
            throw new BadLine(reasonOf(malformed));
        }
    }

    static String reasonOf(IOException malformed) {
        return malformed instanceof StreamConstraintsException
                ? "is JSON that is nested too deeply or has too long a text or number"
                : "is not valid JSON" + placeOf(malformed);
    }

    private static String placeOf(IOException malformed) {
        return malformed instanceof JsonProcessingException json && json.getLocation() != null
                ? " at byte " + json.getLocation().getByteOffset()
                : "";
    }
}
