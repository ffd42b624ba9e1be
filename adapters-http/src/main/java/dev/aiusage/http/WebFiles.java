package dev.aiusage.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the page, from the class path. Only plain names of known kinds are looked up: no folders, no dots, no escapes. */
final class WebFiles {

    private static final Pattern PLAIN = Pattern.compile("(?:/[A-Za-z0-9_-]+)+(?:\\.[A-Za-z0-9_-]+)*\\.([a-z0-9]+)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8",
            "webmanifest", "application/manifest+json");

    private final Map<String, Representation> loaded = new ConcurrentHashMap<>();

    Optional<Representation> find(String path) {
        var known = loaded.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        var plain = PLAIN.matcher(path);
        var type = plain.matches() ? TYPES.get(plain.group(1)) : null;
        if (type == null) {
            return Optional.empty();
        }
        var found = read("/web" + path).map(bytes -> new Representation(bytes, type));
        found.ifPresent(file -> loaded.put(path, file));
        return found;
    }

    static Representation resource(String name, String type) {
        return read(name)
                .map(bytes -> new Representation(bytes, type))
                .orElseThrow(() -> new IllegalStateException("missing on the class path: " + name));
    }

    private static Optional<byte[]> read(String name) {
        try (var in = WebFiles.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
