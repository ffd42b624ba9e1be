package dev.aiusage.providers.calls;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiusage.application.syncing.VendorFailure;
import java.util.Optional;
import okhttp3.Headers;

/** An answer with another status than 2xx. None of its texts holds the key that was refused, even if the vendor repeats it. */
public final class FailedAnswer {

    private static final int SHOWN = 300;
    private static final int TIMED_OUT = 408;
    private static final int LOWEST_OF_VENDORS_OWN = 500;

    private final int status;
    private final Headers headers;
    private final JsonNode body;
    private final KeyMask mask;

    /** @param body as far as it is JSON and short; else a missing node */
    FailedAnswer(int status, Headers headers, JsonNode body, KeyMask mask) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.mask = mask;
    }

    public int status() {
        return status;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(mask::hide);
    }

    /** A text of the body that can be shown to people: printable, and not long. */
    public Optional<String> text(String jsonPointer) {
        return Optional.of(body.at(jsonPointer).asText(""))
                .map(mask::hide)
                .map(text -> Printable.of(text, SHOWN))
                .filter(text -> !text.isBlank());
    }

    /** What an answer means that the vendor documents nowhere: its own trouble, which passes, or a question it does not take. */
    public VendorFailure unexplained(String vendor) {
        return status >= LOWEST_OF_VENDORS_OWN || status == TIMED_OUT
                ? new VendorFailure.Unavailable(vendor + " has trouble of its own (status " + status + ").")
                : new VendorFailure.MalformedAnswer(vendor + " does not take the question (status " + status + ").");
    }
}
