package dev.aiusage.providers.cursor;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.providers.calls.FailedAnswer;
import dev.aiusage.providers.calls.FailureOfAnswer;
import dev.aiusage.providers.calls.RetryAfter;
import java.time.Duration;
import java.util.Locale;

/** What Cursor's refusals mean. Their bodies come in two shapes, which have the message in the same place. */
final class CursorFailures implements FailureOfAnswer {

    private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

    private final RetryAfter retryAfter;
    private final String account;

    /** @param account whose usage is asked for; empty for everybody's */
    CursorFailures(RetryAfter retryAfter, String account) {
        this.retryAfter = retryAfter;
        this.account = account;
    }

    @Override
    public VendorFailure of(FailedAnswer answer) {
        return switch (answer.status()) {
            case 400 -> isUnknownAccount(answer) ? unknownAccount(answer) : otherwise(answer);
            case 401 -> unauthorized(answer);
            case 403 ->
                new VendorFailure.NotAllowed("Cursor does not show this team's usage to the key" + quoted(answer)
                        + ". The Admin API is for teams of the plan Enterprise.");
            case 429 ->
                new VendorFailure.RateLimited(
                        "Cursor has been asked too often in the last minute.", retryAfter.of(answer, USUAL_WAIT));
            default -> otherwise(answer);
        };
    }

    /** A real key that lacks a scope is refused by the same status as no key at all. */
    private static VendorFailure unauthorized(FailedAnswer answer) {
        if (answer.text("/message").orElse("").contains("missing required scope")) {
            return new VendorFailure.NotAllowed("The key may not read usage: Cursor says it lacks the scope usage:*.");
        }
        return new VendorFailure.InvalidKey(
                "Cursor does not accept the key. It takes a key of the team's Admin API, which an"
                        + " administrator of the team makes; keys of single users or of whole organizations are others.");
    }

    /** The same status refuses ranges of dates, and both have words only. */
    private boolean isUnknownAccount(FailedAnswer answer) {
        var message = answer.text("/message").orElse("").toLowerCase(Locale.ROOT);
        return !account.isEmpty()
                && !message.contains("range")
                && (message.contains("user") || message.contains("email"));
    }

    private VendorFailure unknownAccount(FailedAnswer answer) {
        return new VendorFailure.NotAllowed("Cursor does not tell the usage of " + account + quoted(answer)
                + ". It must be the e-mail by which the team knows one of its members.");
    }

    private static VendorFailure otherwise(FailedAnswer answer) {
        if (answer.status() >= 500 || answer.status() == 408) {
            return new VendorFailure.Unavailable("Cursor has a failure of its own (status " + answer.status() + ").");
        }
        return new VendorFailure.MalformedAnswer(
                "Cursor does not take the question (status " + answer.status() + ")" + quoted(answer) + ".");
    }

    private static String quoted(FailedAnswer answer) {
        return answer.text("/message").map(text -> ": \"" + text + "\"").orElse("");
    }
}
