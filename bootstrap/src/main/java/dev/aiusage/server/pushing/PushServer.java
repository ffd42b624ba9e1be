package dev.aiusage.server.pushing;

import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.providers.files.UsageEventsReader;
import dev.aiusage.server.StartRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The server to push to, and what proves to it whose usage this is. A server in local mode wants no proof. */
public record PushServer(URI address, Optional<Secret> token) {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{1,10000}");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final String FORM = "--to must be the address of a server, such as https://usage.example.org";

    /** Refuses what can't be an address or a token, and never repeats the token. */
    public static PushServer of(String address, Optional<String> token) {
        return new PushServer(parse(address.strip()), token.map(PushServer::checked));
    }

    private static URI parse(String text) {
        try {
            var uri = new URI(text.endsWith("/") ? text : text + "/");
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            var isServer = (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
            if (isServer && uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException noAddress) {
            throw StartRefused.wrongUse(FORM);
        }
        throw StartRefused.wrongUse(FORM + ", without a login, a query or a fragment in it");
    }

    private static Secret checked(String text) {
        if (!TOKEN.matcher(text).matches()) {
            throw StartRefused.wrongUse("the token holds characters that no token has");
        }
        return new Secret(text);
    }

    /** Whether everybody between here and there can read the token. */
    public boolean sendsTokenInClear() {
        return token.isPresent()
                && address.getScheme().equalsIgnoreCase("http")
                && !LOOPBACK.matcher(address.getHost()).matches();
    }

    URI importAddress(DeviceName device) {
        return address.resolve("api/ai-usage/import?format=" + UsageEventsReader.FORMAT + "&device="
                + URLEncoder.encode(device.text(), StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
