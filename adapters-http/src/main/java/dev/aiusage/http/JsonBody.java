package dev.aiusage.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.aiusage.application.RequestRejected;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a small JSON object that a client sent. Unknown ones disturb nobody; null stands for one that is not given. Keys
 * may stand in it, so nothing that went wrong is told in the parser's words.
 */
final class JsonBody {

    private static final int MAX_BYTES = 64 << 10;
    private static final String BODY = "body";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode object;

    private JsonBody(JsonNode object) {
        this.object = object;
    }

    static JsonBody of(HttpServletRequest request) {
        return of(request, MAX_BYTES);
    }

    /** For tables, which are longer. */
    static JsonBody of(HttpServletRequest request, int maxBytes) {
        ContentType.requireJson(request);
        var stream = new LimitedStream(new DeferredBody(request), maxBytes, maxBytes);
        try {
            return new JsonBody(object(stream.readAllBytes()));
        } catch (RequestRejected.TooLarge tooLarge) {
            stream.drain();
            throw tooLarge;
        } catch (IOException broken) {
            throw stream.timedOut()
                    ? new Refused(Problem.of(ProblemType.TIMED_OUT, "The body fell silent before its end."))
                    : new RequestRejected.Malformed(BODY, "broke off");
        }
    }

    /** Where nothing need be said: a request without a body has no fields. */
    static JsonBody orEmpty(HttpServletRequest request) {
        return orEmpty(request, MAX_BYTES);
    }

    static JsonBody orEmpty(HttpServletRequest request, int maxBytes) {
        var isEmpty = request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
        return isEmpty ? new JsonBody(MAPPER.createObjectNode()) : of(request, maxBytes);
    }

    private static JsonNode object(byte[] bytes) throws IOException {
        try {
            var node = MAPPER.readTree(bytes);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException | NumberFormatException malformed) {
            throw new RequestRejected.Malformed(BODY, "is no JSON, or has a field twice");
        }
        throw new RequestRejected.Malformed(BODY, "must be a JSON object");
    }

    /** Whether the field stands there, be it as null. */
    boolean names(String field) {
        return object.has(field);
    }

    Optional<String> text(String field) {
        return given(field).map(value -> {
            if (!value.isTextual()) {
                throw new RequestRejected.Malformed(field, "must be a text");
            }
            return value.textValue();
        });
    }

    String requiredText(String field) {
        return text(field).orElseThrow(() -> new RequestRejected.InvalidField(field, "is missing"));
    }

    Optional<Boolean> flag(String field) {
        return given(field).map(value -> {
            if (!value.isBoolean()) {
                throw new RequestRejected.Malformed(field, "must be true or false");
            }
            return value.booleanValue();
        });
    }

    /** A list whose elements are anything. */
    List<JsonNode> list(String field) {
        var value = given(field).orElseThrow(() -> new RequestRejected.InvalidField(field, "is missing"));
        if (!value.isArray()) {
            throw new RequestRejected.Malformed(field, "must be a list");
        }
        var elements = new ArrayList<JsonNode>(value.size());
        value.forEach(elements::add);
        return elements;
    }

    private Optional<JsonNode> given(String field) {
        return Optional.ofNullable(object.get(field)).filter(value -> !value.isNull());
    }
}
