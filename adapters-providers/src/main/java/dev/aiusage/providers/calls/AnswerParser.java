package dev.aiusage.providers.calls;

import java.io.IOException;
import okhttp3.Response;

/** Reads an answer of status 2xx, or of another one that the caller awaits, while it arrives. Its body is limited in size already. */
@FunctionalInterface
public interface AnswerParser<T> {

    T parse(Response answer) throws IOException;
}
