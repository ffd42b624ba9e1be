package dev.aiusage.application;

import dev.aiusage.domain.integration.IntegrationId;
import java.time.Duration;
import java.util.List;

/**
 * A caller asked for what cannot be. One closed family for all use cases; each case carries what the caller needs to mend the
 * request. Nothing was changed when one of these is thrown.
 */
public abstract sealed class RequestRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private RequestRejected(String message) {
        super(message, null, false, false);
    }

    public abstract <R> R match(Cases<R> cases);

    /** One method for each case, so that a new case breaks every caller until it is answered. */
    public interface Cases<R> {
        R malformed(Malformed malformed);

        R invalidField(InvalidField invalid);

        R invalidFields(InvalidFields invalid);

        R tooLarge(TooLarge tooLarge);

        R unrecognisedFormat(UnrecognisedFormat unrecognised);

        R unsupportedType(UnsupportedType unsupported);

        R notFound(NotFound notFound);

        R alreadyConnected(AlreadyConnected existing);

        R tooSoon(TooSoon tooSoon);

        R vendorUnavailable(VendorUnavailable unavailable);

        R notSetUp(NotSetUp missing);

        R noProfile(NoProfile missing);
    }

    /** What can't be read at all: no number where a number belongs, broken compression. */
    public static final class Malformed extends RequestRejected {
        private static final long serialVersionUID = 1L;

        private final String field;

        public Malformed(String field, String message) {
            super(message);
            this.field = field;
        }

        public String field() {
            return field;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.malformed(this);
        }
    }

    /** A field that can be read and holds what it may not. */
    public static final class InvalidField extends RequestRejected {
        private static final long serialVersionUID = 1L;

        private final String field;

        public InvalidField(String field, String message) {
            super(message);
            this.field = field;
        }

        public String field() {
            return field;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.invalidField(this);
        }
    }

    /** Several fields that hold what they may not, as a table of rows can have; at least one. */
    public static final class InvalidFields extends RequestRejected {
        private static final long serialVersionUID = 1L;

        private final transient List<InvalidField> faults;

        public InvalidFields(List<InvalidField> faults) {
            super(faults.get(0).field() + " " + faults.get(0).getMessage());
            this.faults = List.copyOf(faults);
        }

        public List<InvalidField> faults() {
            return faults;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.invalidFields(this);
        }
    }

    /** More bytes than are taken at once. */
    public static final class TooLarge extends RequestRejected {
        private static final long serialVersionUID = 1L;

        /** What became of the bytes that were read before. */
        public enum Kept {
            /** Events are kept chunk by chunk, so that the rest may follow in another file. */
            WHOLE_CHUNKS,
            /** Days are kept when all their rows are known, which stand in one file. */
            NOTHING
        }

        private final long maxBytes;
        private final Kept kept;

        public TooLarge(long maxBytes) {
            this(maxBytes, Kept.WHOLE_CHUNKS);
        }

        private TooLarge(long maxBytes, Kept kept) {
            super("more than " + maxBytes + " bytes");
            this.maxBytes = maxBytes;
            this.kept = kept;
        }

        /** The same refusal, of which nothing was kept. */
        public TooLarge keepingNothing() {
            return new TooLarge(maxBytes, Kept.NOTHING);
        }

        public Kept kept() {
            return kept;
        }

        public long maxBytes() {
            return maxBytes;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.tooLarge(this);
        }
    }

    /** A file in none of the known formats. */
    public static final class UnrecognisedFormat extends RequestRejected {
        private static final long serialVersionUID = 1L;

        public UnrecognisedFormat(String message) {
            super(message);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unrecognisedFormat(this);
        }
    }

    /** Bytes of a kind that is not taken, whatever they are said to be. */
    public static final class UnsupportedType extends RequestRejected {
        private static final long serialVersionUID = 1L;

        public UnsupportedType(String message) {
            super(message);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unsupportedType(this);
        }
    }

    /** Something that the caller does not have; whether somebody else has it is not told. */
    public static final class NotFound extends RequestRejected {
        private static final long serialVersionUID = 1L;

        /** {@code what} is a word for people, such as "integration". */
        public NotFound(String what) {
            super("There is no such " + what + ".");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notFound(this);
        }
    }

    /** The caller has an integration of the same tool, organization and account. */
    public static final class AlreadyConnected extends RequestRejected {
        private static final long serialVersionUID = 1L;

        private final transient IntegrationId existing;

        public AlreadyConnected(IntegrationId existing) {
            super("This tool is connected for the same organization and account already.");
            this.existing = existing;
        }

        public IntegrationId existing() {
            return existing;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.alreadyConnected(this);
        }
    }

    /** The caller asked for this a moment ago. */
    public static final class TooSoon extends RequestRejected {
        private static final long serialVersionUID = 1L;

        private final Duration wait;

        public TooSoon(String message, Duration wait) {
            super(message);
            this.wait = wait;
        }

        /** After which it may be asked for again; more than nothing. */
        public Duration retryAfter() {
            return wait;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.tooSoon(this);
        }
    }

    /** What was asked for needs a vendor's answer, and there is none at the moment. */
    public static final class VendorUnavailable extends RequestRejected {
        private static final long serialVersionUID = 1L;
        private static final Duration SOON = Duration.ofSeconds(5);

        private final Duration wait;

        public VendorUnavailable(String message) {
            this(message, SOON);
        }

        public VendorUnavailable(String message, Duration wait) {
            super(message);
            this.wait = wait;
        }

        /** After which it is worth asking again. */
        public Duration retryAfter() {
            return wait;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.vendorUnavailable(this);
        }
    }

    /** What was asked for needs something of whoever runs the service, such as a key; the message names it. */
    public static final class NotSetUp extends RequestRejected {
        private static final long serialVersionUID = 1L;

        public NotSetUp(String message) {
            super(message);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notSetUp(this);
        }
    }

    /** Another application keeps the users, and the caller is not yet among them. */
    public static final class NoProfile extends RequestRejected {
        private static final long serialVersionUID = 1L;

        public NoProfile() {
            super(
                    "There is no profile of this user yet. The application that keeps user_profiles has to make it first.");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.noProfile(this);
        }
    }
}
