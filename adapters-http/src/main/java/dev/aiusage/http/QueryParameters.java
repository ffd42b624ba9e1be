package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a URL. An empty one counts as absent; unknown ones disturb nobody; a repeated one contradicts itself. */
final class QueryParameters {

    private final Map<String, List<String>> values = new HashMap<>();

    private QueryParameters() {}

    static QueryParameters of(@Nullable String query) {
        var parameters = new QueryParameters();
        if (query != null) {
            for (var pair : query.split("&", -1)) {
                var name = pair.split("=", 2)[0];
                var value = pair.substring(Math.min(pair.length(), name.length() + 1));
                parameters
                        .values
                        .computeIfAbsent(decoded(name), first -> new ArrayList<>())
                        .add(decoded(value));
            }
        }
        return parameters;
    }

    Optional<String> one(String name) {
        var given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw new RequestRejected.Malformed(name, "is given " + given.size() + " times");
        }
        return given.stream().findFirst().filter(value -> !value.isEmpty());
    }

    private static String decoded(String text) {
        try {
            var bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            throw new Refused(Problem.of(ProblemType.MALFORMED, "The query of the URL is not percent-encoded UTF-8."));
        }
    }
}
