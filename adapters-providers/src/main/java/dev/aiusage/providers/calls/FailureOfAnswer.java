package dev.aiusage.providers.calls;

import dev.aiusage.application.syncing.VendorFailure;

/** What a vendor means by an answer that is no success. */
@FunctionalInterface
public interface FailureOfAnswer {

    VendorFailure of(FailedAnswer answer);
}
