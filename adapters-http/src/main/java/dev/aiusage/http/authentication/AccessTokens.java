package dev.aiusage.http.authentication;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.SignedJWT;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.user.UserId;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The access tokens that are good here. Safe for several threads. */
public final class AccessTokens {

    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    /** Tokens of other types are signed by the same keys (for logging out, for events), and say nothing about a caller. */
    private static final Set<JOSEObjectType> TYPES = Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));

    private final List<TokenKeys> keys;
    private final ClaimRules rules;
    private final Clock clock;

    private AccessTokens(Builder builder) {
        this.keys = List.copyOf(builder.keys);
        this.rules = builder.rules;
        this.clock = builder.clock;
    }

    /** Tokens for this audience, by the time of this clock. They are good once it is said who signs them. */
    public static Builder meantFor(String audience, Clock clock) {
        return new Builder(audience, clock);
    }

    /**
     * The user whose token this is; empty for whatever is no good token, without a reason.
     *
     * @throws KeysUnavailable if published keys are needed and none could be fetched yet
     */
    public Optional<UserId> userOf(String token) {
        try {
            return isCompact(token) ? userOf(SignedJWT.parse(token)) : Optional.empty();
        } catch (ParseException malformed) {
            return Optional.empty();
        }
    }

    /** Fetches what has to be fetched, so that the first caller need not wait and the log tells at once what is wrong. */
    public void prepare() {
        keys.forEach(TokenKeys::prepare);
    }

    private Optional<UserId> userOf(SignedJWT token) throws ParseException {
        var header = token.getHeader();
        var isGenuine = isPlain(header)
                && keys.stream()
                        .filter(kind -> kind.algorithms().contains(header.getAlgorithm()))
                        .anyMatch(kind -> kind.haveSigned(token));
        return isGenuine ? rules.userOf(token.getJWTClaimsSet(), clock.instant()) : Optional.empty();
    }

    private static boolean isCompact(String token) {
        return COMPACT.matcher(token).matches();
    }

    private static boolean isPlain(JWSHeader header) {
        return header.getCriticalParams() == null
                && header.isBase64URLEncodePayload()
                && header.getContentType() == null
                && (header.getType() == null || TYPES.contains(header.getType()));
    }

    /** Says who signs. At least one of {@link #signedWith} and {@link #signedByKeysAt} is needed for any token to be good. */
    public static final class Builder {

        private final List<TokenKeys> keys = new ArrayList<>();
        private final Clock clock;
        private ClaimRules rules;

        private Builder(String audience, Clock clock) {
            this.clock = clock;
            this.rules = ClaimRules.ofAnyIssuer(audience);
        }

        /** HS256. The secret's text in UTF-8 is the key: 32 bytes at least. */
        public Builder signedWith(Secret secret) {
            keys.add(new SharedSecret(secret));
            return this;
        }

        /** RS256 and ES256, by a JWK set that is fetched from there when it is needed. */
        public Builder signedByKeysAt(URI address) {
            keys.add(new PublishedKeys(new KeySetEndpoint(address), clock));
            return this;
        }

        /** Takes tokens of this issuer only. */
        public Builder issuedBy(String issuer) {
            rules = rules.withIssuer(issuer);
            return this;
        }

        public AccessTokens build() {
            return new AccessTokens(this);
        }
    }
}
