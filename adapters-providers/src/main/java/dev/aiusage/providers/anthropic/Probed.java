package dev.aiusage.providers.anthropic;

import dev.aiusage.application.syncing.VendorFailure;
import java.time.LocalDate;
import java.util.List;

/**
 * How a question for one row was taken.
 *
 * @param refusals none if it was answered, else the one that leaves open what else the key is good for
 * @param newest the newest day that can be asked for
 */
record Probed(List<VendorFailure> refusals, LocalDate newest) {

    Probed {
        refusals = List.copyOf(refusals);
    }

    boolean isAnswered() {
        return refusals.isEmpty();
    }
}
