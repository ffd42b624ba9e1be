package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.Connection;
import dev.aiusage.domain.integration.IntegrationStatus;
import dev.aiusage.domain.integration.SyncError;
import dev.aiusage.domain.integration.SyncErrorCode;
import dev.aiusage.domain.integration.SyncStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a synchronisation by the way it failed. What may be better soon is tried again soon; what its user or the vendor
 * must mend is tried once a day; a key that the vendor refuses is not used again.
 *
 * @param attempt the attempt that failed
 * @param daily the integration's next daily turn
 */
record FailureOutcomes(Connection before, int attempt, Instant now, Instant daily, RetryTimes retries)
        implements VendorFailure.Cases<Outcome> {

    /** After about an hour of trying, the next day is soon enough. */
    private static final int MAX_ATTEMPTS = 8;

    /** Waiting as a vendor says brings a run forward each time. */
    private static final int MAX_WAITS = 50;

    @Override
    public Outcome invalidKey(VendorFailure.InvalidKey failure) {
        var error = new SyncError(SyncErrorCode.INVALID_KEY, failure.detail());
        return failed(error, IntegrationStatus.INVALID_KEY, Optional.empty());
    }

    @Override
    public Outcome notAllowed(VendorFailure.NotAllowed failure) {
        var error = new SyncError(SyncErrorCode.NOT_ALLOWED, failure.detail());
        return failed(error, IntegrationStatus.NOT_ALLOWED, Optional.of(daily));
    }

    @Override
    public Outcome rateLimited(VendorFailure.RateLimited failure) {
        var error = new SyncError(SyncErrorCode.RATE_LIMITED, failure.detail());
        if (attempt >= MAX_WAITS) {
            return failed(error, IntegrationStatus.FAILING, Optional.of(daily));
        }
        var next = failure.isTold() ? retries.from(failure.until()) : retries.after(attempt, failure.until());
        return new Outcome(SyncStatus.RETRY_SCHEDULED, Optional.of(error), before, Optional.of(next));
    }

    @Override
    public Outcome spendCap(VendorFailure.SpendCap failure) {
        return failing(SyncErrorCode.SPEND_CAP, failure);
    }

    @Override
    public Outcome unavailable(VendorFailure.Unavailable failure) {
        if (attempt >= MAX_ATTEMPTS) {
            return failing(SyncErrorCode.UNAVAILABLE, failure);
        }
        return new Outcome(
                SyncStatus.RETRY_SCHEDULED,
                Optional.of(new SyncError(SyncErrorCode.UNAVAILABLE, failure.detail())),
                before.in(IntegrationStatus.FAILING, failure.detail()),
                Optional.of(retries.after(attempt, now)));
    }

    @Override
    public Outcome malformedAnswer(VendorFailure.MalformedAnswer failure) {
        return failing(SyncErrorCode.MALFORMED_ANSWER, failure);
    }

    @Override
    public Outcome answerTooLarge(VendorFailure.AnswerTooLarge failure) {
        return failing(SyncErrorCode.ANSWER_TOO_LARGE, failure);
    }

    @Override
    public Outcome redirectRefused(VendorFailure.RedirectRefused failure) {
        return failing(SyncErrorCode.REDIRECT_REFUSED, failure);
    }

    /** Something in here went wrong, which the log tells. */
    Outcome internal() {
        var error = new SyncError(SyncErrorCode.INTERNAL, "Something went wrong in the service; its log has it.");
        return failed(error, IntegrationStatus.FAILING, Optional.of(daily));
    }

    /** The stored key does not open; its connection tells that already. */
    Outcome keyUnreadable(Connection unreadable) {
        var error = new SyncError(SyncErrorCode.KEY_UNREADABLE, unreadable.detail());
        return new Outcome(SyncStatus.FAILED, Optional.of(error), unreadable, Optional.of(daily));
    }

    private Outcome failing(SyncErrorCode code, VendorFailure failure) {
        var error = new SyncError(code, failure.detail());
        return failed(error, IntegrationStatus.FAILING, Optional.of(daily));
    }

    private Outcome failed(SyncError error, IntegrationStatus status, Optional<Instant> next) {
        return new Outcome(SyncStatus.FAILED, Optional.of(error), before.in(status, error.message()), next);
    }
}
