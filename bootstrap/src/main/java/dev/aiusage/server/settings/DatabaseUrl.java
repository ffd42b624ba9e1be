package dev.aiusage.server.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL is and how to log in, in the form of libpq ({@code postgresql://user:password@host:port,host2/db?sslmode=…}, as
 * Supabase shows it) or of JDBC. The password is kept apart and never printed.
 */
public record DatabaseUrl(String jdbcUrl, String user, String password) {

    private static final Pattern LIBPQ = Pattern.compile(
            "postgres(?:ql)?://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?(?<hosts>[^@/?]+)(?:/(?<db>[^?]*))?(?:\\?(?<query>.*))?");

    /** libpq's names of parameters that JDBC calls otherwise. Those that both know by one name pass as they are. */
    private static final Map<String, String> RENAMED = Map.of(
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout",
            "target_session_attrs", "targetServerType",
            "channel_binding", "channelBinding");

    private static final Map<String, String> SESSION_ATTRIBUTES =
            Map.of("read-write", "primary", "primary", "primary", "read-only", "secondary", "standby", "secondary");

    private static final Pattern KNOWN = Pattern.compile(
            "sslmode|sslrootcert|sslcert|sslkey|sslpassword|sslnegotiation|gssEncMode|options|[a-z]+[A-Z]\\w*");

    public static DatabaseUrl parse(Setting setting, String text) {
        if (text.startsWith("jdbc:postgresql:")) {
            return ofJdbc(setting, text);
        }
        var matcher = LIBPQ.matcher(text);
        if (!matcher.matches()) {
            throw new SettingRefused(
                    setting, "must look like postgresql://user:password@host:5432/database or jdbc:postgresql:…");
        }
        var parameters = parameters(setting, orEmpty(matcher.group("query")));
        var user = takeFirst(decodeLibpq(setting, orEmpty(matcher.group("user"))), parameters.remove("user"));
        var password =
                takeFirst(decodeLibpq(setting, orEmpty(matcher.group("password"))), parameters.remove("password"));
        var database = takeFirst(orEmpty(matcher.group("db")), parameters.remove("dbname"));
        return new DatabaseUrl(
                "jdbc:postgresql://" + matcher.group("hosts") + "/" + (database.isEmpty() ? user : database)
                        + toJdbc(parameters, matcher.group("hosts")),
                user,
                password);
    }

    private static DatabaseUrl ofJdbc(Setting setting, String url) {
        var user = Pattern.compile("[?&]user=([^&]*)").matcher(url);
        var password = Pattern.compile("[?&]password=([^&]*)").matcher(url);
        var userText = user.find() ? decode(setting, user.group(1)) : "";
        var passwordText = password.find() ? decode(setting, password.group(1)) : "";
        return new DatabaseUrl(
                url.replaceAll("(?<=[?&])(user|password)=[^&]*(&|$)", "").replaceAll("[?&]$", ""),
                userText,
                passwordText);
    }

    private static Map<String, String> parameters(Setting setting, String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : query.isEmpty() ? new String[0] : query.split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), decodeLibpq(setting, pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** Parameters that only other clients know (such as {@code pgbouncer=true}) are left out. */
    private static String toJdbc(Map<String, String> parameters, String hosts) {
        var jdbc = new ArrayList<String>();
        parameters.forEach((name, value) -> {
            var renamed = RENAMED.getOrDefault(name, name);
            if (KNOWN.matcher(renamed).matches() || RENAMED.containsKey(name)) {
                var mapped =
                        name.equals("target_session_attrs") ? SESSION_ATTRIBUTES.getOrDefault(value, "any") : value;
                jdbc.add(renamed + "=" + java.net.URLEncoder.encode(mapped, StandardCharsets.UTF_8));
            }
        });
        var isPooled = "true".equals(parameters.get("pgbouncer")) || hosts.endsWith(":6543");
        if (isPooled && !parameters.containsKey("prepareThreshold")) {
            jdbc.add("prepareThreshold=0"); // a transaction-mode pooler keeps no prepared statements for a client
        }
        return jdbc.isEmpty() ? "" : "?" + String.join("&", jdbc);
    }

    /** To libpq a plus is a plus; to JDBC it is a space. */
    private static String decodeLibpq(Setting setting, String text) {
        return decode(setting, text.replace("+", "%2B"));
    }

    private static String decode(Setting setting, String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new SettingRefused(
                    setting, "holds a % that is not followed by two hexadecimal digits; write %25 for a %");
        }
    }

    private static String takeFirst(String first, @org.jspecify.annotations.Nullable String second) {
        return first.isEmpty() && second != null ? second : first;
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}
