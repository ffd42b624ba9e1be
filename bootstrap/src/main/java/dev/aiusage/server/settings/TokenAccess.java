package dev.aiusage.server.settings;

import dev.aiusage.domain.integration.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Users by the tokens that somebody issues to them: signed with a secret, or by published keys, or either. */
public final class TokenAccess implements Access {

    private static final int MIN_SECRET_BYTES = 32;
    private static final String DEFAULT_AUDIENCE = "authenticated";
    private static final Pattern PUBLIC_KEY = Pattern.compile("-----BEGIN |ssh-|\\s*\\{\\s*\"");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");

    private final Optional<Secret> secret;
    private final Optional<URI> keySet;
    private final Optional<String> issuer;
    private final String audience;
    private final Optional<String> codeBurnClient;

    private TokenAccess(SettingTexts texts) {
        this.secret = texts.text(Setting.AUTH_JWT_SECRET).map(TokenAccess::secret);
        this.keySet = texts.text(Setting.AUTH_JWKS_URL).map(TokenAccess::keySet);
        this.issuer = texts.text(Setting.AUTH_JWT_ISSUER);
        this.audience = texts.text(Setting.AUTH_JWT_AUDIENCE).orElse(DEFAULT_AUDIENCE);
        this.codeBurnClient = texts.text(Setting.CODEBURN_CLIENT_ID);
        if (codeBurnClient.isPresent() && issuer.isEmpty()) {
            throw new SettingRefused(
                    Setting.CODEBURN_CLIENT_ID, "has no effect without AUTH_JWT_ISSUER, where that client logs in");
        }
    }

    /** Local where there is neither a secret nor published keys. */
    static Access read(SettingTexts texts) {
        if (texts.isGiven(Setting.AUTH_JWT_SECRET) || texts.isGiven(Setting.AUTH_JWKS_URL)) {
            return new TokenAccess(texts);
        }
        refuseAlone(texts, Setting.AUTH_JWT_ISSUER);
        refuseAlone(texts, Setting.AUTH_JWT_AUDIENCE);
        refuseAlone(texts, Setting.CODEBURN_CLIENT_ID);
        return new LocalAccess();
    }

    public Optional<Secret> secret() {
        return secret;
    }

    /** Where the issuer publishes its keys. */
    public Optional<URI> keySet() {
        return keySet;
    }

    /** Whose tokens alone are good; empty for anybody's who has the right keys. */
    public Optional<String> issuer() {
        return issuer;
    }

    public String audience() {
        return audience;
    }

    /** As which CodeBurn's sync logs in at the issuer; then there is one. */
    public Optional<String> codeBurnClient() {
        return codeBurnClient;
    }

    /** Whoever sets one of these means to have a login, and would be without one. */
    private static void refuseAlone(SettingTexts texts, Setting setting) {
        if (texts.isGiven(setting)) {
            throw new SettingRefused(
                    setting, "has no effect without AUTH_JWT_SECRET or AUTH_JWKS_URL: set one of them too");
        }
    }

    private static Secret secret(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_BYTES) {
            throw new SettingRefused(
                    Setting.AUTH_JWT_SECRET, "must have at least 32 bytes (openssl rand -base64 48 makes one)");
        }
        if (PUBLIC_KEY.matcher(text).lookingAt()) {
            throw new SettingRefused(
                    Setting.AUTH_JWT_SECRET, "must be a secret, not a key pair's key: AUTH_JWKS_URL is for those");
        }
        return new Secret(text);
    }

    /** Whoever can change the keys on their way decides who may call, so they come by https, or from this machine. */
    private static URI keySet(String text) {
        try {
            var uri = URI.create(text);
            var host = uri.getHost() == null ? "" : uri.getHost();
            var isSafe = "https".equalsIgnoreCase(uri.getScheme())
                    || ("http".equalsIgnoreCase(uri.getScheme())
                            && LOOPBACK.matcher(host).matches());
            if (isSafe && !host.isEmpty() && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException noUri) {
            throw refusedKeySet();
        }
        throw refusedKeySet();
    }

    private static SettingRefused refusedKeySet() {
        return new SettingRefused(
                Setting.AUTH_JWKS_URL,
                "must look like https://example.com/.well-known/jwks.json, without a login in it");
    }
}
