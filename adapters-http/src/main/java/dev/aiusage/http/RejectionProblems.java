package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;

/** What each refusal of a use case is in HTTP. */
final class RejectionProblems implements RequestRejected.Cases<Problem> {

    private static final int LISTED_FAULTS = 100;

    @Override
    public Problem malformed(RequestRejected.Malformed malformed) {
        return Problem.ofField(ProblemType.MALFORMED, malformed.field(), message(malformed));
    }

    @Override
    public Problem invalidField(RequestRejected.InvalidField invalid) {
        return Problem.ofField(ProblemType.INVALID_FIELD, invalid.field(), message(invalid));
    }

    @Override
    public Problem invalidFields(RequestRejected.InvalidFields invalid) {
        var faults = invalid.faults();
        var first = faults.get(0);
        var more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
        return Problem.of(ProblemType.INVALID_FIELD, first.field() + ": " + message(first) + more)
                .with(
                        "errors",
                        faults.stream()
                                .limit(LISTED_FAULTS)
                                .map(fault -> new FieldError(fault.field(), message(fault)))
                                .toList());
    }

    @Override
    public Problem tooLarge(RequestRejected.TooLarge tooLarge) {
        return Problem.of(ProblemType.TOO_LARGE, "At most " + tooLarge.maxBytes() + " bytes are taken at once.")
                .with("max_bytes", tooLarge.maxBytes());
    }

    @Override
    public Problem unrecognisedFormat(RequestRejected.UnrecognisedFormat unrecognised) {
        return Problem.of(ProblemType.UNRECOGNISED_FORMAT, message(unrecognised));
    }

    @Override
    public Problem unsupportedType(RequestRejected.UnsupportedType unsupported) {
        return Problem.of(ProblemType.UNSUPPORTED_TYPE, message(unsupported));
    }

    @Override
    public Problem notFound(RequestRejected.NotFound notFound) {
        return Problem.of(ProblemType.NOT_FOUND, message(notFound));
    }

    @Override
    public Problem alreadyConnected(RequestRejected.AlreadyConnected existing) {
        return Problem.of(ProblemType.ALREADY_CONNECTED, message(existing))
                .with("integration_id", existing.existing().toString());
    }

    @Override
    public Problem tooSoon(RequestRejected.TooSoon tooSoon) {
        return Problem.of(ProblemType.TOO_SOON, message(tooSoon));
    }

    @Override
    public Problem vendorUnavailable(RequestRejected.VendorUnavailable unavailable) {
        return Problem.of(ProblemType.VENDOR_UNAVAILABLE, message(unavailable));
    }

    @Override
    public Problem notSetUp(RequestRejected.NotSetUp missing) {
        return Problem.of(ProblemType.NOT_SET_UP, message(missing));
    }

    @Override
    public Problem noProfile(RequestRejected.NoProfile missing) {
        return Problem.of(ProblemType.FORBIDDEN, message(missing));
    }

    private static String message(RequestRejected rejected) {
        return String.valueOf(rejected.getMessage());
    }
}
