package dev.aiusage.providers.anthropic;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.providers.calls.FailedAnswer;
import dev.aiusage.providers.calls.FailureOfAnswer;
import dev.aiusage.providers.calls.RetryAfter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What Anthropic means by a refusal: {@code {"type":"error","error":{"type","message","details"}}}. */
final class AnthropicFailures implements FailureOfAnswer {

    private static final Duration UNTOLD_WAIT = Duration.ofMinutes(1);

    private final Clock clock;
    private final RetryAfter retryAfter;

    AnthropicFailures(Clock clock) {
        this.clock = clock;
        this.retryAfter = new RetryAfter(clock);
    }

    @Override
    public VendorFailure of(FailedAnswer answer) {
        return switch (answer.status()) {
            case 400 -> badRequest(answer);
            case 401 ->
                new VendorFailure.InvalidKey("Anthropic does not accept this key: it is wrong, expired or revoked.");
            case 402 -> new VendorFailure.SpendCap(said("Anthropic has a question about billing first", answer));
            case 403 -> new VendorFailure.NotAllowed(said("Anthropic does not let this key read this usage", answer));
            case 404 ->
                new VendorFailure.MalformedAnswer("Anthropic knows no such address: the base URL may be wrong.");
            case 408, 409 -> new VendorFailure.Unavailable("Anthropic was busy with something else.");
            case 410 -> new VendorFailure.Unavailable("Anthropic's pages expired while they were read.");
            case 413 -> new VendorFailure.MalformedAnswer("Anthropic calls the question too large.");
            case 429 -> tooManyCalls(answer);
            default -> answer.unexplained("Anthropic");
        };
    }

    /** A limit that the customer has set comes with this status as well. */
    private static VendorFailure badRequest(FailedAnswer answer) {
        return isSpendLimit(answer)
                ? spendCap(answer)
                : new VendorFailure.MalformedAnswer(said("Anthropic did not take the question", answer));
    }

    private VendorFailure tooManyCalls(FailedAnswer answer) {
        var told = retryAfter.of(answer);
        if (told.isEmpty() && isSpendLimit(answer)) {
            return spendCap(answer);
        }
        var until = told.or(() -> reset(answer)).orElseGet(() -> retryAfter.in(UNTOLD_WAIT));
        return new VendorFailure.RateLimited("Anthropic got too many calls with this key.", until);
    }

    private static VendorFailure spendCap(FailedAnswer answer) {
        return new VendorFailure.SpendCap(said("The organization's own spend limit at Anthropic is reached", answer));
    }

    private static boolean isSpendLimit(FailedAnswer answer) {
        var code = answer.text("/error/details/error_code").orElse("");
        var message = answer.text("/error/message").orElse("").toLowerCase(Locale.ROOT);
        return code.contains("spend_limit") || message.contains("spend limit") || message.contains("usage limit");
    }

    /** Documented for Messages only, so it may be there or not. */
    private Optional<Instant> reset(FailedAnswer answer) {
        return answer.header("anthropic-ratelimit-requests-reset")
                .flatMap(this::wait)
                .map(retryAfter::in);
    }

    private Optional<Duration> wait(String instant) {
        try {
            return Optional.of(Duration.between(clock.instant(), Instant.parse(instant.strip())));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String said(String sentence, FailedAnswer answer) {
        return sentence + answer.text("/error/message").map(text -> ": " + text).orElse(".");
    }
}
