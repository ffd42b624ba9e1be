package dev.aiusage.http.authentication;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Fetches a JWK set over HTTP. Follows no redirect: whoever the address leads to would decide who may call. */
final class KeySetEndpoint implements KeySetSource {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WHOLE = Duration.ofSeconds(5);
    private static final int MAX_BYTES = 64 << 10;

    private final HttpClient client = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final HttpRequest request;

    KeySetEndpoint(URI address) {
        this.request = HttpRequest.newBuilder(address)
                .header("Accept", "application/jwk-set+json, application/json")
                .timeout(WHOLE)
                .build();
    }

    /** The client's own timeout ends with the headers; a body that drips would go on for ever. */
    @Override
    public CompletableFuture<KeySet> fetch() {
        var exchange = client.sendAsync(request, head -> new LimitedBody(MAX_BYTES));
        return exchange.thenApply(KeySetEndpoint::keys)
                .orTimeout(WHOLE.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((keys, failure) -> exchange.cancel(true));
    }

    private static KeySet keys(HttpResponse<byte[]> response) {
        try {
            if (response.statusCode() != 200) {
                throw new IOException("it answered with status " + response.statusCode());
            }
            return KeySet.parse(new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException | ParseException unusable) {
            throw new CompletionException(unusable);
        }
    }

    /** Without the query: a key of the vendor's API may stand there. */
    @Override
    public String toString() {
        var address = request.uri();
        return address.getScheme() + "://" + address.getAuthority() + address.getPath();
    }
}
