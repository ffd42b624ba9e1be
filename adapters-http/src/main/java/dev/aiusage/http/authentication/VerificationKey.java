package dev.aiusage.http.authentication;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A published key, bound to the one algorithm that it is for. {@code id} is null for a key without a name. */
record VerificationKey(@Nullable String id, JWSAlgorithm algorithm, JWSVerifier verifier) {

    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;

    /** Empty for what is no key for RS256 or ES256: other types, curves and uses, too short ones. */
    static Optional<VerificationKey> of(JWK key) throws JOSEException {
        if (!isForSignatures(key)) {
            return Optional.empty();
        }
        if (key instanceof RSAKey rsa && rsa.size() >= MIN_RSA_BITS && rsa.size() <= MAX_RSA_BITS) {
            return bound(key, JWSAlgorithm.RS256, new RSASSAVerifier(rsa.toRSAPublicKey()));
        }
        if (key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve())) {
            return bound(key, JWSAlgorithm.ES256, new ECDSAVerifier(ec.toECPublicKey()));
        }
        return Optional.empty();
    }

    /** A token that names no key may be signed by any of its algorithm. */
    boolean isMeantBy(JWSHeader header) {
        return algorithm.equals(header.getAlgorithm())
                && (header.getKeyID() == null || header.getKeyID().equals(id));
    }

    boolean hasSigned(SignedJWT token) {
        try {
            return token.verify(verifier);
        } catch (JOSEException unverifiable) {
            return false;
        }
    }

    private static Optional<VerificationKey> bound(JWK key, JWSAlgorithm algorithm, JWSVerifier verifier) {
        return key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm)
                ? Optional.of(new VerificationKey(key.getKeyID(), algorithm, verifier))
                : Optional.empty();
    }

    private static boolean isForSignatures(JWK key) {
        var operations = key.getKeyOperations();
        return (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                && (operations == null || operations.contains(KeyOperation.VERIFY));
    }
}
