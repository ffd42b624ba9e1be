package dev.aiusage.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;

/** What a body says to be. A page of another site can't say JSON without the browser asking first. */
final class ContentType {

    private static final String JSON = "application/json";

    private ContentType() {}

    static void requireJson(HttpServletRequest request) {
        var type = mediaType(String.valueOf(request.getContentType()));
        if (!type.equals(JSON) && !(type.startsWith("application/") && type.endsWith("+json"))) {
            throw new Refused(
                    Problem.of(ProblemType.UNSUPPORTED_TYPE, "The body must be JSON and say so: Content-Type: " + JSON),
                    Map.of("Accept", JSON));
        }
        var coding = request.getHeader("Content-Encoding");
        if (coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity")) {
            throw new Refused(
                    Problem.of(ProblemType.UNSUPPORTED_ENCODING, "A JSON body may not be packed here."),
                    Map.of("Accept-Encoding", "identity"));
        }
    }

    private static String mediaType(String header) {
        return header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
