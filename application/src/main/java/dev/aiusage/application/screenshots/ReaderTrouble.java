package dev.aiusage.application.screenshots;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.syncing.VendorFailure;
import java.time.Duration;
import java.time.Instant;

/** What it means to somebody with a picture that the model could not be asked. Its key is the operator's, and not theirs. */
record ReaderTrouble(Instant now) implements VendorFailure.Cases<RequestRejected> {

    @Override
    public RequestRejected invalidKey(VendorFailure.InvalidKey failure) {
        return new RequestRejected.NotSetUp(failure.detail());
    }

    @Override
    public RequestRejected notAllowed(VendorFailure.NotAllowed failure) {
        return new RequestRejected.NotSetUp(failure.detail());
    }

    @Override
    public RequestRejected spendCap(VendorFailure.SpendCap failure) {
        return new RequestRejected.NotSetUp(failure.detail());
    }

    @Override
    public RequestRejected rateLimited(VendorFailure.RateLimited failure) {
        return new RequestRejected.VendorUnavailable(failure.detail(), Duration.between(now, failure.until()));
    }

    @Override
    public RequestRejected unavailable(VendorFailure.Unavailable failure) {
        return new RequestRejected.VendorUnavailable(failure.detail());
    }

    @Override
    public RequestRejected malformedAnswer(VendorFailure.MalformedAnswer failure) {
        return new RequestRejected.VendorUnavailable(failure.detail());
    }

    @Override
    public RequestRejected answerTooLarge(VendorFailure.AnswerTooLarge failure) {
        return new RequestRejected.VendorUnavailable(failure.detail());
    }

    @Override
    public RequestRejected redirectRefused(VendorFailure.RedirectRefused failure) {
        return new RequestRejected.VendorUnavailable(failure.detail());
    }
}
