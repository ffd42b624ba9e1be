package dev.aiusage.http.authentication;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.aiusage.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a token must say, beside being genuine: now, for us, by the right issuer, and about a user. */
final class ClaimRules {

    static final Duration LEEWAY = Duration.ofSeconds(30);

    /** {@link UUID#fromString} would take 1-1-1-1-1 as well, and let one user have several spellings. */
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final String audience;
    private final Predicate<@Nullable String> issuer;

    private ClaimRules(String audience, Predicate<@Nullable String> issuer) {
        this.audience = audience;
        this.issuer = issuer;
    }

    static ClaimRules ofAnyIssuer(String audience) {
        return new ClaimRules(audience, any -> true);
    }

    ClaimRules withIssuer(String expected) {
        return new ClaimRules(audience, expected::equals);
    }

    Optional<UserId> userOf(JWTClaimsSet claims, Instant now) {
        var isGood =
                isCurrent(claims, now) && claims.getAudience().contains(audience) && issuer.test(claims.getIssuer());
        return isGood ? subject(claims.getSubject()) : Optional.empty();
    }

    private static boolean isCurrent(JWTClaimsSet claims, Instant now) {
        var end = claims.getExpirationTime();
        var start = claims.getNotBeforeTime();
        return end != null
                && now.isBefore(end.toInstant().plus(LEEWAY))
                && (start == null || !now.isBefore(start.toInstant().minus(LEEWAY)));
    }

    private static Optional<UserId> subject(@Nullable String text) {
        return text != null && UUID_FORM.matcher(text).matches()
                ? Optional.of(new UserId(UUID.fromString(text)))
                : Optional.empty();
    }
}
