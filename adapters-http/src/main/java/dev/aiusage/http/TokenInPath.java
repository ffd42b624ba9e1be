package dev.aiusage.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request whose path holds its token, as if it had it in the header. Other tokens than those for deliveries stand in no path. */
final class TokenInPath implements RequestHead {

    private static final Pattern INGEST_TOKEN = Pattern.compile("aiu_[\\w-]+");
    private static final String HEADER = "Authorization";

    private final RequestHead request;
    private final List<String> authorization;

    private TokenInPath(RequestHead request, String token) {
        this.request = request;
        this.authorization = INGEST_TOKEN.matcher(token).matches() ? List.of("Bearer " + token) : List.of();
    }

    static RequestHead of(RequestHead request, String path) {
        return OtlpPaths.tokenIn(path)
                .<RequestHead>map(token -> new TokenInPath(request, token))
                .orElse(request);
    }

    @Override
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    @Override
    public List<String> headers(String name) {
        return name.equalsIgnoreCase(HEADER) ? authorization : request.headers(name);
    }

    @Override
    public int port() {
        return request.port();
    }

    @Override
    public boolean isCrossSite() {
        return request.isCrossSite();
    }
}
