package dev.aiusage.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.http.authentication.AccessTokens;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What an issuer has and makes. All its tokens are good at {@link #NOW} unless a test spoils them. */
final class Tokens {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final String AUDIENCE = "authenticated";
    static final String ISSUER = "https://id.example.com/auth/v1";
    static final String SECRET = "thirty-two bytes are the least: a";
    static final UserId ANNA = new UserId(UUID.fromString("a7b1c2d3-0000-4000-8000-00000000abcd"));
    static final UserId BEN = new UserId(UUID.fromString("b7b1c2d3-0000-4000-8000-00000000abcd"));
    static final RSAKey RSA = rsa("rsa-1");
    static final ECKey EC = ec("ec-1", Curve.P_256);

    private Tokens() {}

    /** What the service takes: all that this issuer makes. */
    static AccessTokens accepted(KeyServer keys, Clock clock) {
        return AccessTokens.meantFor(AUDIENCE, clock)
                .issuedBy(ISSUER)
                .signedWith(new Secret(SECRET))
                .signedByKeysAt(keys.address())
                .build();
    }

    static Map<String, Object> claims(UserId user) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", ISSUER);
        claims.put("aud", AUDIENCE);
        claims.put("sub", user.toString());
        claims.put("exp", NOW.plus(Duration.ofHours(1)).getEpochSecond());
        claims.put("role", "authenticated");
        return claims;
    }

    static Map<String, Object> without(String claim) {
        var claims = claims(ANNA);
        claims.remove(claim);
        return claims;
    }

    static Map<String, Object> with(String claim, Object value) {
        var claims = claims(ANNA);
        claims.put(claim, value);
        return claims;
    }

    static String hs256(Map<String, Object> claims) {
        return signed(new JWSHeader.Builder(JWSAlgorithm.HS256), hmac(SECRET), claims);
    }

    static String rs256(RSAKey key, Map<String, Object> claims) {
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()), signer(key), claims);
    }

    static String es256(ECKey key, Map<String, Object> claims) {
        return signed(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()), signer(key), claims);
    }

    static String signed(JWSHeader.Builder header, JWSSigner signer, Map<String, Object> claims) {
        return signed(header.build(), signer, new Payload(claims));
    }

    static String signed(JWSHeader header, JWSSigner signer, Payload payload) {
        try {
            var token = new JWSObject(header, payload);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A header that the library would not write, signed all the same. */
    static String signedAs(String header, JWSHeader signedLike, JWSSigner signer, Map<String, Object> claims) {
        var start = encoded(header) + "." + new Payload(claims).toBase64URL();
        try {
            return start + "." + signer.sign(signedLike, start.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Base64URL encoded(String text) {
        return Base64URL.encode(text);
    }

    static JWSSigner hmac(String secret) {
        return hmac(secret.getBytes(StandardCharsets.UTF_8));
    }

    static JWSSigner hmac(byte[] secret) {
        try {
            return new MACSigner(secret);
        } catch (JOSEException tooShort) {
            throw new IllegalArgumentException(tooShort);
        }
    }

    static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key.toRSAPrivateKey(), Set.of(AllowWeakRSAKey.getInstance()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static JWSSigner signer(ECKey key) {
        try {
            return new ECDSASigner(key);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static RSAKey rsa(String id) {
        return rsa(id, 2048);
    }

    static RSAKey rsa(String id, int bits) {
        try {
            return new RSAKeyGenerator(bits, true).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ECKey ec(String id, Curve curve) {
        try {
            return new ECKeyGenerator(curve).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
