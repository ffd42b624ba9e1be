package dev.aiusage.providers.calls;

import java.io.IOException;
import java.util.Optional;
import okhttp3.Response;

/**
 * Reads an answer of status 2xx, or of another one that the caller awaits, while it arrives. Its body is limited in size already.
 * A call that breaks in the middle is made again and parsed anew: so whatever is read has to be in what this returns, and nowhere
 * else.
 */
@FunctionalInterface
public interface AnswerParser<T> {

    T parse(Response answer) throws IOException;

    /** What this makes of an answer of another status that tells it something; of all others the vendor's failure is thrown. */
    default Optional<T> ofRefusal(FailedAnswer refusal) {
        return Optional.empty();
    }
}
