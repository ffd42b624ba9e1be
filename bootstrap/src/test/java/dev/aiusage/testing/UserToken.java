package dev.aiusage.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aiusage.domain.user.UserId;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens as an identity provider makes them that shares a secret with the service. */
public final class UserToken {

    /** AUTH_JWT_SECRET of the services that take these. */
    public static final String SECRET = "a secret of more than thirty-two bytes";

    private UserToken() {}

    public static String of(UserId user) {
        var claims = "{\"sub\":\"" + user + "\",\"aud\":\"authenticated\",\"exp\":4102444800}";
        var signed = encoded("{\"alg\":\"HS256\"}".getBytes(UTF_8)) + "." + encoded(claims.getBytes(UTF_8));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return signed + "." + encoded(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
