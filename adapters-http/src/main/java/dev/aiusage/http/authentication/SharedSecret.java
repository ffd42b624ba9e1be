package dev.aiusage.http.authentication;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.aiusage.domain.integration.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The one key of an issuer that signs and lets us check by the same secret. */
final class SharedSecret implements TokenKeys {

    private static final Set<JWSAlgorithm> HS256 = Set.of(JWSAlgorithm.HS256);

    private final MACVerifier verifier;

    SharedSecret(Secret secret) {
        try {
            this.verifier = new MACVerifier(secret.reveal().getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException tooShort) {
            throw new IllegalArgumentException("a secret for HS256 has 32 bytes at least", tooShort);
        }
    }

    @Override
    public Set<JWSAlgorithm> algorithms() {
        return HS256;
    }

    @Override
    public boolean haveSigned(SignedJWT token) {
        try {
            return token.verify(verifier);
        } catch (JOSEException unverifiable) {
            return false;
        }
    }

    @Override
    public void prepare() {}
}
