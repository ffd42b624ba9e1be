package dev.aiusage.application.syncing;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.integrations.KeyTrial;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.Tool;

/** Opens the vendor with the key, and fetches nothing. */
public final class VendorKeyTrial implements KeyTrial {

    private static final String KEY = "api_key";

    private final UsageVendors vendors;

    public VendorKeyTrial(UsageVendors vendors) {
        this.vendors = vendors;
    }

    @Override
    public String reach(Tool tool, Secret key, Scope scope) {
        var vendor = vendors.of(tool)
                .orElseThrow(() -> new RequestRejected.InvalidField("check", "this tool's vendor can't be asked here"));
        try {
            return vendor.open(new VendorAccount(key, scope)).reach();
        } catch (VendorFailure failure) {
            throw failure.match(new Rejections());
        }
    }

    private static final class Rejections implements VendorFailure.Cases<RequestRejected> {

        @Override
        public RequestRejected invalidKey(VendorFailure.InvalidKey failure) {
            return new RequestRejected.InvalidField(KEY, failure.detail());
        }

        @Override
        public RequestRejected notAllowed(VendorFailure.NotAllowed failure) {
            return new RequestRejected.InvalidField(KEY, failure.detail());
        }

        @Override
        public RequestRejected rateLimited(VendorFailure.RateLimited failure) {
            return unavailable(failure.detail());
        }

        @Override
        public RequestRejected spendCap(VendorFailure.SpendCap failure) {
            return unavailable(failure.detail());
        }

        @Override
        public RequestRejected unavailable(VendorFailure.Unavailable failure) {
            return unavailable(failure.detail());
        }

        @Override
        public RequestRejected malformedAnswer(VendorFailure.MalformedAnswer failure) {
            return unavailable(failure.detail());
        }

        @Override
        public RequestRejected answerTooLarge(VendorFailure.AnswerTooLarge failure) {
            return unavailable(failure.detail());
        }

        @Override
        public RequestRejected redirectRefused(VendorFailure.RedirectRefused failure) {
            return unavailable(failure.detail());
        }

        private static RequestRejected unavailable(String detail) {
            return new RequestRejected.VendorUnavailable(detail);
        }
    }
}
