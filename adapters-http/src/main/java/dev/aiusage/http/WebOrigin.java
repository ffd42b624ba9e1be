package dev.aiusage.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Origins of web pages: scheme, host and port, without a path. */
final class WebOrigin {

    private static final Set<String> DEFAULT_PORTS = Set.of("http:80", "https:443");

    private WebOrigin() {}

    /** The origin as a browser sends it: small letters, no slash at the end, no port that its scheme implies. */
    static String normalised(String text) {
        var uri = parsed(text);
        var isOrigin = uri.getHost() != null
                && uri.getScheme() != null
                && Set.of("", "/").contains(uri.getRawPath())
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
        if (!isOrigin) {
            throw notAnOrigin(text);
        }
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var isImplied = uri.getPort() < 0 || DEFAULT_PORTS.contains(scheme + ":" + uri.getPort());
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (isImplied ? "" : ":" + uri.getPort());
    }

    /** Whether the origin names this host and port, by whatever scheme: a proxy in between may speak another. */
    static boolean isOfHost(String origin, String host) {
        var start = origin.indexOf("://");
        return start > 0 && origin.substring(start + 3).equalsIgnoreCase(host);
    }

    private static URI parsed(String text) {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException malformed) {
            throw notAnOrigin(text);
        }
    }

    private static IllegalArgumentException notAnOrigin(String text) {
        return new IllegalArgumentException("not an origin like https://app.example.com: " + text);
    }
}
