package dev.aiusage.providers.calls;

import java.io.IOException;
import java.util.Optional;
import okhttp3.Response;

/** Reads an answer of status 2xx, or of another one that the caller awaits, while it arrives. Its body is limited in size already. */
@FunctionalInterface
public interface AnswerParser<T> {

    T parse(Response answer) throws IOException;

    /** What this makes of an answer of another status that tells it something; of all others the vendor's failure is thrown. */
    default Optional<T> ofRefusal(FailedAnswer refusal) {
        return Optional.empty();
    }
}
