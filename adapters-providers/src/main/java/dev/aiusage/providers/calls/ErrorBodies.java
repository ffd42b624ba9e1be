package dev.aiusage.providers.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import okhttp3.Response;

/**
 * The bodies of refusals, of which only the beginning is read: a real one is short. The status alone says what happened, so a body
 * that does not come or is no JSON is no matter.
 */
final class ErrorBodies {

    private static final long MAX_BYTES = 64 << 10;

    private final KeyMask mask;

    ErrorBodies(KeyMask mask) {
        this.mask = mask;
    }

    FailedAnswer read(Response answer) {
        return new FailedAnswer(answer.code(), answer.headers(), json(answer), mask);
    }

    private static JsonNode json(Response answer) {
        try {
            var read = VendorJson.MAPPER.readTree(answer.peekBody(MAX_BYTES).string());
            return read == null ? MissingNode.getInstance() : read;
        } catch (IOException cutOrNoJson) {
            return MissingNode.getInstance();
        }
    }
}
