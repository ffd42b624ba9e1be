package dev.aiusage.providers.anthropic;

import dev.aiusage.application.syncing.VendorFailure;
import java.util.List;
import java.util.Optional;

/** What to tell somebody whose key may read none of the reports that it was tried on. */
final class Refusals {

    private Refusals() {}

    /**
     * A real key of the wrong kind is told from one that nobody knows, and both from a wrong address. Anthropic does not always do
     * so itself: an ordinary key may be unknown to the reports, so what a key must be is told in either case.
     *
     * @param refusals at least one, the likeliest first
     * @param needed what a key must be
     */
    static VendorFailure most(List<VendorFailure> refusals, String needed) {
        return first(refusals, VendorFailure.NotAllowed.class)
                .<VendorFailure>map(refused -> new VendorFailure.NotAllowed(sentence(refused.detail()) + " " + needed))
                .or(() -> first(refusals, VendorFailure.InvalidKey.class)
                        .map(refused -> new VendorFailure.InvalidKey(sentence(refused.detail()) + " " + needed)))
                .orElseGet(() -> refusals.get(0));
    }

    private static <F extends VendorFailure> Optional<F> first(List<VendorFailure> refusals, Class<F> kind) {
        return refusals.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
