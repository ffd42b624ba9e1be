package dev.aiusage.http.authentication;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys that an issuer publishes at one time. */
record KeySet(List<VerificationKey> keys) {

    /** Keys that can't be used are left out: an issuer may publish kinds that nobody here knows of. */
    static KeySet parse(String json) throws ParseException {
        var published = JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(json), "keys");
        if (published == null) {
            throw new ParseException("no member keys", 0);
        }
        return new KeySet(
                Arrays.stream(published).flatMap(key -> usable(key).stream()).toList());
    }

    List<VerificationKey> meantBy(JWSHeader header) {
        return keys.stream().filter(key -> key.isMeantBy(header)).toList();
    }

    private static Optional<VerificationKey> usable(Map<String, Object> key) {
        try {
            return VerificationKey.of(JWK.parse(key));
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException unusable) {
            return Optional.empty();
        }
    }
}
