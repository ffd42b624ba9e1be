package dev.aiusage.server.settings;

import dev.aiusage.VendorOptions;
import dev.aiusage.VisionOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** All settings, checked. */
public record Settings(
        Listening listening,
        Access access,
        Home home,
        StorageChoice storage,
        EncryptionChoice encryption,
        String schema,
        LogScanning scanning,
        VendorOptions vendors,
        VisionOptions vision,
        LogFormat logFormat) {

    /** Where the service listens, who else may call it from a browser, and how much it takes at once. */
    public record Listening(String host, int port, List<String> corsOrigins, long importMaxBytes) {}

    /** The folder of the service's own data. */
    public record Home(Path path) {}

    public enum LogScanning {
        ON,
        OFF
    }

    public enum LogFormat {
        TEXT,
        JSON
    }

    private static final int DEFAULT_PORT = 3001;
    private static final int MAX_PORT = 65_535;
    private static final long DEFAULT_IMPORT_BYTES = 512L << 20;
    private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#@\\s]+");

    /** Throws {@link SettingRefused} for the first setting that can't be. */
    public static Settings of(SettingTexts texts, Path userHome) {
        var access = TokenAccess.read(texts);
        var storage = storage(texts, access);
        return new Settings(
                listening(texts, access),
                access,
                home(texts, userHome),
                storage,
                EncryptionChoice.read(texts, access, storage),
                schema(texts),
                scanning(texts, storage, access),
                VendorTexts.read(texts),
                VisionTexts.read(texts),
                logFormat(texts));
    }

    private static Listening listening(SettingTexts texts, Access access) {
        var host = texts.text(Setting.HOST).orElse("127.0.0.1");
        if (!isLoopback(host) && access instanceof Access.LocalAccess) {
            throw new SettingRefused(
                    Setting.HOST,
                    "must be a loopback address such as 127.0.0.1 where there is no login (AUTH_JWT_SECRET or"
                            + " AUTH_JWKS_URL make one), not \"" + host + "\"");
        }
        var origins = texts.text(Setting.CORS_ORIGINS)
                .map(list -> Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList())
                .orElse(List.of());
        origins.stream().filter(origin -> !isOrigin(origin)).findFirst().ifPresent(origin -> {
            throw new SettingRefused(
                    Setting.CORS_ORIGINS, "must list origins like https://example.com, not \"" + origin + "\"");
        });
        return new Listening(
                host, texts.wholeNumber(Setting.PORT, DEFAULT_PORT, 0, MAX_PORT), origins, importBytes(texts));
    }

    private static boolean isOrigin(String text) {
        try {
            return ORIGIN.matcher(text).matches() && new URI(text).getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new SettingRefused(Setting.HOST, "names no address: \"" + host + "\"");
        }
    }

    private static long importBytes(SettingTexts texts) {
        return texts.text(Setting.IMPORT_MAX_BYTES)
                .map(text -> ByteSize.parse(text)
                        .orElseThrow(() -> new SettingRefused(
                                Setting.IMPORT_MAX_BYTES,
                                "must be a number of bytes such as 536870912 or 512 MB, not \"" + text + "\"")))
                .orElse(DEFAULT_IMPORT_BYTES);
    }

    private static Home home(SettingTexts texts, Path userHome) {
        var text = texts.text(Setting.AI_USAGE_HOME);
        try {
            var path = text.map(given -> given.startsWith("~/") ? userHome.resolve(given.substring(2)) : Path.of(given))
                    .orElse(userHome.resolve(".ai-usage"));
            return new Home(path.toAbsolutePath().normalize());
        } catch (InvalidPathException noPath) {
            throw new SettingRefused(Setting.AI_USAGE_HOME, "is no path: \"" + text.orElse("") + "\"");
        }
    }

    private static StorageChoice storage(SettingTexts texts, Access access) {
        if (texts.choice(Setting.USE_MOCK_DATA).orElse(false)) {
            if (access instanceof TokenAccess) {
                throw new SettingRefused(
                        Setting.USE_MOCK_DATA,
                        "shows one user's demo data: it can't be true beside AUTH_JWT_SECRET or AUTH_JWKS_URL");
            }
            return new StorageChoice.Demo(texts.text(Setting.MOCK_DATA_FILE).map(Path::of));
        }
        var kind = texts.text(Setting.STORAGE).orElse("postgres").toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "memory" -> new StorageChoice.Memory();
            case "postgres" -> postgres(texts);
            default -> throw new SettingRefused(Setting.STORAGE, "must be postgres or memory, not \"" + kind + "\"");
        };
    }

    private static StorageChoice postgres(SettingTexts texts) {
        var service = texts.text(Setting.DATABASE_URL).map(url -> DatabaseUrl.parse(Setting.DATABASE_URL, url));
        var migrations = texts.text(Setting.DATABASE_MIGRATION_URL)
                .map(url -> DatabaseUrl.parse(Setting.DATABASE_MIGRATION_URL, url));
        if (service.isEmpty() && migrations.isPresent()) {
            throw new SettingRefused(Setting.DATABASE_URL, "is missing beside DATABASE_MIGRATION_URL");
        }
        return service.<StorageChoice>map(url -> new StorageChoice.Postgres(url, migrations.orElse(url)))
                .orElseGet(StorageChoice.EmbeddedPostgres::new);
    }

    private static String schema(SettingTexts texts) {
        var schema = texts.text(Setting.DATABASE_SCHEMA).orElse("public");
        if (!SCHEMA.matcher(schema).matches()) {
            throw new SettingRefused(
                    Setting.DATABASE_SCHEMA, "must be small letters, digits and underscores, not \"" + schema + "\"");
        }
        return schema;
    }

    /** Of several users nobody could say whose the logs of this machine are. */
    private static LogScanning scanning(SettingTexts texts, StorageChoice storage, Access access) {
        var wanted = texts.choice(Setting.SCAN_LOCAL_LOGS).orElse(true);
        var hasLogs = access instanceof Access.LocalAccess && !(storage instanceof StorageChoice.Demo);
        return wanted && hasLogs ? LogScanning.ON : LogScanning.OFF;
    }

    private static LogFormat logFormat(SettingTexts texts) {
        var format = texts.text(Setting.LOG_FORMAT).orElse("text").toLowerCase(Locale.ROOT);
        return switch (format) {
            case "text" -> LogFormat.TEXT;
            case "json" -> LogFormat.JSON;
            default -> throw new SettingRefused(Setting.LOG_FORMAT, "must be text or json, not \"" + format + "\"");
        };
    }
}
