package dev.aiusage.server.settings;

import dev.aiusage.VendorOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How vendors are asked for usage, read from the settings. */
final class VendorTexts {

    private static final int MOST_AT_ONCE = 64;
    private static final int LONGEST_CALL_SECONDS = 600;
    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,4}) ?s?");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final SettingTexts texts;

    private VendorTexts(SettingTexts texts) {
        this.texts = texts;
    }

    static VendorOptions read(SettingTexts texts) {
        var reader = new VendorTexts(texts);
        var otherwise = VendorOptions.Addresses.DEFAULT;
        return new VendorOptions(
                new VendorOptions.Addresses(
                        reader.address(Setting.ANTHROPIC_BASE_URL, otherwise.anthropic()),
                        reader.address(Setting.GITHUB_BASE_URL, otherwise.gitHub()),
                        reader.address(Setting.CURSOR_BASE_URL, otherwise.cursor()),
                        reader.address(Setting.OPENAI_BASE_URL, otherwise.openAi())),
                texts.wholeNumber(Setting.VENDOR_CONCURRENCY, VendorOptions.DEFAULT.callsAtOnce(), 1, MOST_AT_ONCE),
                reader.callTimeout(),
                reader.dailyAt(),
                reader.dailyZone());
    }

    /** Keys go there, so only over TLS, or not beyond this machine. */
    private URI address(Setting setting, URI otherwise) {
        var text = texts.text(setting);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            var address = new URI(text.get());
            var isBare = address.getHost() != null && address.getQuery() == null && address.getFragment() == null;
            if (isBare && address.getUserInfo() == null && isSafe(address)) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            throw noAddress(setting);
        }
        throw noAddress(setting);
    }

    private static boolean isSafe(URI address) {
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("https") || (scheme.equals("http") && THIS_MACHINE.contains(address.getHost()));
    }

    private static SettingRefused noAddress(Setting setting) {
        return new SettingRefused(
                setting, "must be like https://host or https://host/path (http on this machine only)");
    }

    private Duration callTimeout() {
        return texts.text(Setting.VENDOR_CALL_TIMEOUT)
                .map(text -> {
                    var matcher = SECONDS.matcher(text);
                    var seconds = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
                    if (seconds < 1 || seconds > LONGEST_CALL_SECONDS) {
                        throw new SettingRefused(
                                Setting.VENDOR_CALL_TIMEOUT,
                                "must be 1 to " + LONGEST_CALL_SECONDS + " seconds, such as 60 s, not \"" + text
                                        + "\"");
                    }
                    return Duration.ofSeconds(seconds);
                })
                .orElse(VendorOptions.DEFAULT.callTimeout());
    }

    private LocalTime dailyAt() {
        return texts.text(Setting.SYNC_AT)
                .map(text -> {
                    try {
                        return LocalTime.parse(text);
                    } catch (DateTimeException noTime) {
                        throw new SettingRefused(Setting.SYNC_AT, "must be a time like 03:30, not \"" + text + "\"");
                    }
                })
                .orElse(VendorOptions.DEFAULT.dailyAt());
    }

    private ZoneId dailyZone() {
        return texts.text(Setting.SYNC_ZONE)
                .map(text -> {
                    try {
                        return ZoneId.of(text);
                    } catch (DateTimeException noZone) {
                        throw new SettingRefused(
                                Setting.SYNC_ZONE, "must be a time zone like Europe/Berlin, not \"" + text + "\"");
                    }
                })
                .orElse(VendorOptions.DEFAULT.dailyZone());
    }
}
