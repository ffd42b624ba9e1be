package dev.aiusage.providers.openai;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.providers.calls.FailedAnswer;
import dev.aiusage.providers.calls.FailureOfAnswer;
import dev.aiusage.providers.calls.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What OpenAI's refusals mean. Their messages repeat parts of the key, so none of them is shown. */
final class OpenAiFailures implements FailureOfAnswer {

    private static final Duration USUAL_WAIT = Duration.ofMinutes(1);
    private static final Pattern MISSING_SCOPES = Pattern.compile("[Mm]issing scopes: *([a-z_.]+(?:, *[a-z_.]+)*)");
    private static final Set<String> OUT_OF_MONEY =
            Set.of("insufficient_quota", "billing_hard_limit_reached", "billing_not_active");

    private final RetryAfter retryAfter;

    OpenAiFailures(RetryAfter retryAfter) {
        this.retryAfter = retryAfter;
    }

    @Override
    public VendorFailure of(FailedAnswer answer) {
        if (OUT_OF_MONEY.contains(code(answer))) {
            return new VendorFailure.SpendCap(
                    "OpenAI does not answer before the organization pays or raises its limit (" + code(answer) + ").");
        }
        return switch (answer.status()) {
            case 401 -> unauthorized(answer);
            case 403 -> notAllowed(missingScopes(answer).orElse("api.usage.read"));
            case 429 -> new VendorFailure.RateLimited("OpenAI has been asked too often.", until(answer));
            default -> answer.unexplained("OpenAI");
        };
    }

    /** Keys of projects are now and then refused as if they were none. */
    private static VendorFailure unauthorized(FailedAnswer answer) {
        return missingScopes(answer)
                .map(OpenAiFailures::notAllowed)
                .orElseGet(() -> new VendorFailure.InvalidKey(
                        "OpenAI does not accept the key. It takes an admin key of the organization."));
    }

    private static VendorFailure notAllowed(String scopes) {
        return new VendorFailure.NotAllowed("The key may not read the organization's usage: it lacks " + scopes
                + ". An admin key of the organization is needed; keys of projects can't have this permission.");
    }

    private Instant until(FailedAnswer answer) {
        return retryAfter
                .of(answer)
                .or(() -> Stream.of("x-ratelimit-reset-requests", "x-ratelimit-reset-tokens")
                        .flatMap(name -> answer.header(name).stream())
                        .flatMap(text -> ResetDuration.of(text).stream())
                        .max(Duration::compareTo)
                        .map(retryAfter::in))
                .orElseGet(() -> retryAfter.in(USUAL_WAIT));
    }

    private static String code(FailedAnswer answer) {
        return answer.text("/error/code").orElse("");
    }

    private static Optional<String> missingScopes(FailedAnswer answer) {
        return answer.text("/error/message")
                .or(() -> answer.text("/error"))
                .map(MISSING_SCOPES::matcher)
                .filter(scopes -> scopes.find())
                .map(scopes -> scopes.group(1));
    }
}
