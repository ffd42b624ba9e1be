package dev.aiusage.providers.openai;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as OpenAI writes them in headers: "120ms", "1s", "6m0s", "1h2m3.5s". */
final class ResetDuration {

    private static final int LONGEST_TEXT = 30;
    private static final Pattern MILLIS = Pattern.compile("(\\d{1,12})(?:\\.\\d+)?ms");

    private ResetDuration() {}

    static Optional<Duration> of(String text) {
        var stripped = text.strip();
        var millis = MILLIS.matcher(stripped);
        if (millis.matches()) {
            return Optional.of(Duration.ofMillis(Long.parseLong(millis.group(1)) + 1));
        }
        return stripped.length() > LONGEST_TEXT ? Optional.empty() : iso(stripped);
    }

    private static Optional<Duration> iso(String text) {
        try {
            var days = text.indexOf('d') + 1;
            var iso = "P" + text.substring(0, days) + (days < text.length() ? "T" + text.substring(days) : "");
            return Optional.of(Duration.parse(iso.toUpperCase(Locale.ROOT))).filter(duration -> !duration.isNegative());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
