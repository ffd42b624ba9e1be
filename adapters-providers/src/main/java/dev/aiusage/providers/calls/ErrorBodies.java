package dev.aiusage.providers.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import okhttp3.Response;

/** The bodies of refusals, of which only the beginning is read: a real one is short. */
final class ErrorBodies {

    private static final long MAX_BYTES = 64 << 10;

    FailedAnswer read(Response answer) throws IOException {
        return new FailedAnswer(answer.code(), answer.headers(), json(answer));
    }

    private static JsonNode json(Response answer) throws IOException {
        try {
            var read = VendorJson.MAPPER.readTree(answer.peekBody(MAX_BYTES).bytes());
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
