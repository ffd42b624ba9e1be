package dev.aiusage.server.pushing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Says in one line why a server did not take a batch. */
final class Refusals {

    private static final int LONGEST = 300;
    private static final long LONGEST_PAUSE_SECONDS = 24 * 60 * 60L;

    private final PushServer server;

    Refusals(PushServer server) {
        this.server = server;
    }

    PushFailed of(HttpResponse<?> response, JsonNode problem) {
        var status = response.statusCode();
        var pause = pause(response);
        var why = why(status, detail(problem), pause);
        return pause.isZero() ? PushFailed.because(why) : PushFailed.forNow(why, pause);
    }

    private String why(int status, String detail, Duration pause) {
        return switch (status) {
            case 401 ->
                server.token().isPresent()
                        ? server + " does not accept the token (401): it is unknown or revoked"
                        : server + " wants a token (401): give one as AI_USAGE_PUSH_TOKEN";
            case 403 -> server + " does not let this through (403)" + detail;
            case 404, 405 -> "at " + server + " there is no AI Usage service (" + status + ")";
            case 413 ->
                server + " takes no batch of this size (413): its IMPORT_MAX_BYTES, or the limit of a proxy before it,"
                        + " is too small" + detail;
            case 422 ->
                server + " does not understand what it is sent (422), and may be older than this program" + detail;
            case 429 -> server + " takes no more for now (429)" + later(pause);
            default ->
                status / 100 == 3
                        ? server + " sends elsewhere (" + status + "): --to must be the address that it leads to"
                        : server + " can't take it (" + status + ")" + later(pause) + detail;
        };
    }

    private static String later(Duration pause) {
        return pause.isZero() ? "" : ", and asks to come again in " + pause.toSeconds() + " s";
    }

    private String detail(JsonNode problem) {
        var detail = problem.path("detail").asText("");
        return detail.isEmpty() ? "" : ": " + shown(detail);
    }

    /** What a server says can be anything, also the token that it was sent. */
    String shown(String text) {
        var secret =
                server.token().map(token -> text.replace(token.reveal(), "…")).orElse(text);
        var cut = secret.length() <= LONGEST ? secret : secret.substring(0, LONGEST) + "…";
        return cut.replaceAll("\\p{C}", "\uFFFD");
    }

    /** Only seconds: a date would have to be taken by the clock of this machine. */
    private static Duration pause(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, Long.parseLong(text))))
                .orElse(Duration.ZERO);
    }
}
