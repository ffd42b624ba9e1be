package dev.aiusage.server.settings;

import java.util.Arrays;
import java.util.Locale;

/** Every setting by its fixed name. As an option it is written in small letters with hyphens: {@code --database-url}. */
public enum Setting {
    PORT("where to listen", "3001"),
    HOST("where to listen; without a login a loopback address", "127.0.0.1"),
    DATABASE_URL("postgresql://user:password@host/db or jdbc:postgresql:…; without it a PostgreSQL of our own", ""),
    DATABASE_MIGRATION_URL("the owner's login, for migrations only", "DATABASE_URL"),
    DATABASE_SCHEMA("the schema of the service's tables", "public"),
    AI_USAGE_HOME("where the own database and its passwords lie", "~/.ai-usage"),
    STORAGE("postgres, or memory (nothing is kept)", "postgres"),
    USE_MOCK_DATA("true shows demo data, in memory", "false"),
    MOCK_DATA_FILE("another file of demo data", "the built-in one"),
    SCAN_LOCAL_LOGS("take in the logs of coding tools on this machine (only without a login)", "true"),
    AUTH_JWT_SECRET("users log in by tokens that are signed with this secret (HS256)", ""),
    AUTH_JWKS_URL("users log in by tokens that are signed by the keys published there (RS256, ES256)", ""),
    AUTH_JWT_ISSUER("the issuer that tokens must name", "any"),
    AUTH_JWT_AUDIENCE("the audience that tokens must name", "authenticated"),
    CODEBURN_CLIENT_ID("the client as which CodeBurn's sync logs in at AUTH_JWT_ISSUER", "no sync"),
    ENCRYPTION_KEYS(
            "name:key, comma-separated; the first encrypts vendors' keys, all decrypt", "one made in AI_USAGE_HOME"),
    ENCRYPTION_KEY("one key without a name, instead: 32 bytes in base64 (openssl rand -base64 32)", ""),
    ENCRYPTION_KEYS_FILE("a file with the keys, instead; it is read again when it has to be", ""),
    CORS_ORIGINS("allowed origins, comma-separated", "none"),
    IMPORT_MAX_BYTES("the most that one HTTP import may unpack to, as bytes or with KB, MB, GB", "512 MB"),
    VISION_API_KEY("an ordinary key of Anthropic's, by which screenshots are read; without it none are", ""),
    VISION_MODEL("the model that reads screenshots", "claude-haiku-5-5"),
    SYNC_AT("when everything is synchronised each day, within half an hour from then on", "00:00"),
    SYNC_ZONE("the time zone of SYNC_AT", "UTC"),
    ANTHROPIC_BASE_URL("where Anthropic is asked", "https://api.anthropic.com"),
    GITHUB_BASE_URL("where GitHub is asked", "https://api.github.com"),
    CURSOR_BASE_URL("where Cursor is asked", "https://api.cursor.com"),
    OPENAI_BASE_URL("where OpenAI is asked", "https://api.openai.com"),
    VENDOR_CONCURRENCY("calls to vendors at once, per key", "8"),
    VENDOR_CALL_TIMEOUT("how long one call to a vendor may take, in seconds", "60 s"),
    LOG_FORMAT("text or json", "text");

    private final String description;
    private final String defaultText;

    Setting(String description, String defaultText) {
        this.description = description;
        this.defaultText = defaultText;
    }

    /** The option of the command line that means the same: {@code --database-url}. */
    public String option() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For the help: what it means and what holds without it. */
    public String help() {
        return defaultText.isEmpty() ? description : description + " (default: " + defaultText + ")";
    }

    /**
     * An argument of the command line as the options know it: {@code --DATABASE_URL=…} means {@code --database-url=…}. What names
     * no setting stays as it is.
     */
    public static String normalise(String argument) {
        if (!argument.startsWith("--")) {
            return argument;
        }
        var equals = argument.indexOf('=');
        var name = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
        var normal = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(setting -> setting.name().equals(normal))
                .map(setting -> setting.option() + (equals < 0 ? "" : argument.substring(equals)))
                .findFirst()
                .orElse(argument);
    }
}
