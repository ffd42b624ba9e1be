package dev.aiusage.application.syncing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Windows whose answer is no use, though the vendor answers. A few of them don't keep the others from being fetched: else one bad
 * day would hold up a whole history. Many of them tell that the vendor answers otherwise than it did.
 */
final class UnusableAnswers {

    private static final int MOST = 3;

    private final List<VendorFailure> failures = new ArrayList<>();

    /** Does the work; a failure of this window alone is remembered, any other is thrown. */
    void passOver(Runnable work) {
        try {
            work.run();
        } catch (VendorFailure.MalformedAnswer | VendorFailure.AnswerTooLarge unusable) {
            remember(unusable);
        }
    }

    private synchronized void remember(VendorFailure unusable) {
        failures.add(unusable);
        if (failures.size() > MOST) {
            throw unusable;
        }
    }

    synchronized Optional<VendorFailure> first() {
        return failures.stream().findFirst();
    }
}
