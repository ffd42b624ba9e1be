package dev.aiusage.providers.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aiusage.domain.integration.Secret;
import java.io.IOException;
import okhttp3.Response;

/**
 * The bodies of refusals, of which only the beginning is read: a real one is short. Some vendors repeat the refused key in them,
 * which goes no further. The status alone says what happened, so a body that does not come or is no JSON is no matter.
 */
final class ErrorBodies {

    private static final long MAX_BYTES = 64 << 10;

    private final Secret key;

    ErrorBodies(Secret key) {
        this.key = key;
    }

    FailedAnswer read(Response answer) {
        return new FailedAnswer(answer.code(), answer.headers(), json(answer));
    }

    private JsonNode json(Response answer) {
        try {
            var text = answer.peekBody(MAX_BYTES).string();
            var shown = key.reveal().isEmpty() ? text : text.replace(key.reveal(), "…");
            var read = VendorJson.MAPPER.readTree(shown);
            return read == null ? MissingNode.getInstance() : read;
        } catch (IOException cutOrNoJson) {
            return MissingNode.getInstance();
        }
    }
}
