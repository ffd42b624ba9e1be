package dev.aiusage.http;

import dev.aiusage.domain.user.UserId;
import dev.aiusage.http.authentication.AccessTokens;
import dev.aiusage.http.authentication.KeysUnavailable;

/**
 * Users with a token each, which names its user. Nothing that a browser sends on its own lets anybody in, so it does not matter
 * which page a request comes from, or by which name the server was found.
 */
public final class JwtAuthentication implements Authentication {

    private final AccessTokens tokens;

    public JwtAuthentication(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void admit(RequestHead request) {}

    @Override
    public UserId callerOf(RequestHead request, Purpose purpose) {
        try {
            return BearerToken.of(request).flatMap(tokens::userOf).orElseThrow(Refused::unauthenticated);
        } catch (KeysUnavailable unavailable) {
            throw Refused.unavailable("The keys that tokens are checked by can't be had at the moment.");
        }
    }
}
