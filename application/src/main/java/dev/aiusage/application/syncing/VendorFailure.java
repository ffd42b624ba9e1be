package dev.aiusage.application.syncing;

import java.time.Instant;

/**
 * A vendor could not be asked, or did not answer with usage. One closed family; messages are written for the integration's
 * user, and hold nothing that the vendor sent but short printable texts, and no key.
 */
public abstract sealed class VendorFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private VendorFailure(String message) {
        super(message, null, false, false);
    }

    public abstract <R> R match(Cases<R> cases);

    /** The message, which is never missing here. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** One method for each case, so that a new case breaks every caller until it is answered. */
    public interface Cases<R> {
        R invalidKey(InvalidKey failure);

        R notAllowed(NotAllowed failure);

        R rateLimited(RateLimited failure);

        R spendCap(SpendCap failure);

        R unavailable(Unavailable failure);

        R malformedAnswer(MalformedAnswer failure);

        R answerTooLarge(AnswerTooLarge failure);

        R redirectRefused(RedirectRefused failure);
    }

    /** The vendor does not know the key, or not any more. Asking again with it is no use. */
    public static final class InvalidKey extends VendorFailure {
        private static final long serialVersionUID = 1L;

        public InvalidKey(String detail) {
            super(detail);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.invalidKey(this);
        }
    }

    /** A real key that may not read usage: of the wrong kind, plan or scope. The detail names what is missing. */
    public static final class NotAllowed extends VendorFailure {
        private static final long serialVersionUID = 1L;

        public NotAllowed(String detail) {
            super(detail);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notAllowed(this);
        }
    }

    /** Too many calls; the vendor answers again after a while, and most vendors say when. */
    public static final class RateLimited extends VendorFailure {
        private static final long serialVersionUID = 1L;

        private final transient Instant until;
        private final boolean isTold;

        public RateLimited(String detail, Instant until) {
            this(detail, until, true);
        }

        private RateLimited(String detail, Instant until, boolean isTold) {
            super(detail);
            this.until = until;
            this.isTold = isTold;
        }

        /** By a vendor that does not say when. */
        public static RateLimited untold(String detail, Instant soonest) {
            return new RateLimited(detail, soonest, false);
        }

        /** The soonest instant at which to ask again. */
        public Instant until() {
            return until;
        }

        /** Whether the vendor named that instant. */
        public boolean isTold() {
            return isTold;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rateLimited(this);
        }
    }

    /** The customer's own limit is reached; waiting is no help. */
    public static final class SpendCap extends VendorFailure {
        private static final long serialVersionUID = 1L;

        public SpendCap(String detail) {
            super(detail);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.spendCap(this);
        }
    }

    /** No answer, a broken one, or the vendor's own failure: it may be better soon. */
    public static final class Unavailable extends VendorFailure {
        private static final long serialVersionUID = 1L;

        public Unavailable(String detail) {
            super(detail);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unavailable(this);
        }
    }

    /** An answer that is not what the vendor documents. */
    public static final class MalformedAnswer extends VendorFailure {
        private static final long serialVersionUID = 1L;

        public MalformedAnswer(String detail) {
            super(detail);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.malformedAnswer(this);
        }
    }

    /** More bytes than any honest answer has. */
    public static final class AnswerTooLarge extends VendorFailure {
        private static final long serialVersionUID = 1L;

        public AnswerTooLarge(String detail) {
            super(detail);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.answerTooLarge(this);
        }
    }

    /** The vendor sent us to where it has no business. */
    public static final class RedirectRefused extends VendorFailure {
        private static final long serialVersionUID = 1L;

        public RedirectRefused(String detail) {
            super(detail);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.redirectRefused(this);
        }
    }
}
