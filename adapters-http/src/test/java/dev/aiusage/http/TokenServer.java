package dev.aiusage.http;

import com.nimbusds.jose.jwk.JWK;
import dev.aiusage.http.authentication.AccessTokens;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The real server with users who have tokens, beside the server of those who issue them. */
final class TokenServer implements AutoCloseable {

    final KeyServer keys;
    final AccessTokens tokens;
    final RunningServer server;

    TokenServer(JWK... published) {
        keys = new KeyServer(published);
        tokens = Tokens.accepted(keys, new SetClock(Tokens.NOW));
        server = new RunningServer(RunningServer.settings(), new JwtAuthentication(tokens));
    }

    HttpResponse<String> get(String token) throws IOException, InterruptedException {
        return server.send(request(token));
    }

    int status(String token) throws IOException, InterruptedException {
        return get(token).statusCode();
    }

    HttpRequest.Builder request(String token) {
        return server.request(RunningServer.DASHBOARD).header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        server.close();
        keys.close();
    }
}
