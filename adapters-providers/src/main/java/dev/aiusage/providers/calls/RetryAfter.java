package dev.aiusage.providers.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** From when on a vendor wants to be asked again: in seconds or as a date (RFC 9110, 10.2.3), and a day from now at most. */
public final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

    private final Clock clock;

    public RetryAfter(Clock clock) {
        this.clock = clock;
    }

    public Optional<Instant> of(FailedAnswer answer) {
        return answer.header("Retry-After").flatMap(this::instant);
    }

    /** From when on, also where the vendor does not say: after its usual wait then. */
    public Instant of(FailedAnswer answer, Duration usual) {
        return of(answer).orElseGet(() -> in(usual));
    }

    /** At this second since 1970, which comes as a text. */
    public Optional<Instant> atEpochSecond(String seconds) {
        return number(seconds.strip()).map(Instant::ofEpochSecond).map(this::soon);
    }

    public Instant in(Duration duration) {
        return soon(clock.instant().plus(duration.compareTo(LONGEST) > 0 ? LONGEST : duration));
    }

    private Optional<Instant> instant(String text) {
        var stripped = text.strip();
        return number(stripped)
                .map(seconds -> soon(clock.instant().plusSeconds(seconds)))
                .or(() -> date(stripped));
    }

    private Optional<Instant> date(String text) {
        try {
            return Optional.of(soon(ZonedDateTime.parse(text, HTTP_DATE).toInstant()));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Also what is past or far away is answered by an instant that can be waited for. */
    private Instant soon(Instant asked) {
        var now = clock.instant();
        var latest = now.plus(LONGEST);
        return asked.isBefore(now) ? now : asked.isAfter(latest) ? latest : asked;
    }

    private static Optional<Long> number(String text) {
        return !text.isEmpty() && text.length() <= 10 && text.chars().allMatch(Character::isDigit)
                ? Optional.of(Long.parseLong(text))
                : Optional.empty();
    }
}
