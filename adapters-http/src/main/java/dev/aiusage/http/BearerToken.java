package dev.aiusage.http;

import java.util.Optional;
import java.util.regex.Pattern;

/** What stands in a request's one {@code Authorization} header behind the word Bearer (RFC 6750). */
final class BearerToken {

    private static final Pattern HEADER = Pattern.compile("(?i:bearer) +([\\w.~+/-]+=*) *");

    private BearerToken() {}

    /** Of two such headers none counts: a proxy in between may have checked the other one. */
    static Optional<String> of(RequestHead request) {
        var headers = request.headers("Authorization");
        if (headers.size() != 1) {
            return Optional.empty();
        }
        var matcher = HEADER.matcher(headers.get(0));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
