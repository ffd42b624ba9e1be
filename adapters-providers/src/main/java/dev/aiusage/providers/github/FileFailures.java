package dev.aiusage.providers.github;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.providers.calls.FailedAnswer;
import dev.aiusage.providers.calls.FailureOfAnswer;
import dev.aiusage.providers.calls.RetryAfter;
import java.time.Duration;

/** What the host of the report files means by its refusals, which say nothing about the token: it never sees that. */
record FileFailures(RetryAfter retryAfter) implements FailureOfAnswer {

    private static final Duration WITHOUT_WORD = Duration.ofSeconds(60);

    @Override
    public VendorFailure of(FailedAnswer answer) {
        if (answer.status() == 429) {
            return new VendorFailure.RateLimited(GithubFailures.LIMITED, retryAfter.of(answer, WITHOUT_WORD));
        }
        return answer.status() >= 500 || answer.status() == 408
                ? GithubFailures.unavailable(answer)
                : GithubFailures.unexpected(answer);
    }
}
