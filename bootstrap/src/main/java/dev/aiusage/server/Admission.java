package dev.aiusage.server;

import dev.aiusage.AiUsage;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.http.Authentication;
import dev.aiusage.http.IngestTokenAuthentication;
import dev.aiusage.http.JwtAuthentication;
import dev.aiusage.http.LocalAuthentication;
import dev.aiusage.http.NotingAuthentication;
import dev.aiusage.http.authentication.AccessTokens;
import dev.aiusage.server.settings.Access;
import dev.aiusage.server.settings.TokenAccess;
import java.time.Clock;
import java.time.ZoneId;

/** What follows from who may call: how callers are told apart, and in whose zone days are cut that name none. */
record Admission(Authentication authentication, ZoneId defaultZone) {

    static Admission by(Access access, UserId localUser, AiUsage usage) {
        return access instanceof TokenAccess tokens
                ? new Admission(byToken(tokens, usage), ZoneId.of("UTC"))
                : new Admission(new LocalAuthentication(localUser), ZoneId.systemDefault());
    }

    private static Authentication byToken(TokenAccess access, AiUsage usage) {
        var ingestTokens = usage.ingestTokens().recognise();
        var users = new NotingAuthentication(new JwtAuthentication(accessTokens(access)), usage.noteUser());
        return new IngestTokenAuthentication(token -> ingestTokens.userOf(new Secret(token)), users);
    }

    private static AccessTokens accessTokens(TokenAccess access) {
        var builder = AccessTokens.meantFor(access.audience(), Clock.systemUTC());
        access.issuer().ifPresent(builder::issuedBy);
        access.secret().ifPresent(builder::signedWith);
        access.keySet().ifPresent(builder::signedByKeysAt);
        var tokens = builder.build();
        tokens.prepare();
        return tokens;
    }
}
