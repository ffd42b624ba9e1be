package dev.aiusage.providers.github;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.providers.calls.FailedAnswer;
import dev.aiusage.providers.calls.FailureOfAnswer;
import dev.aiusage.providers.calls.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What GitHub means by its refusals. Rate limits come as 403 or as 429, so that only their signs tell them from missing rights. */
record GithubFailures(Owner owner, RetryAfter retryAfter) implements FailureOfAnswer {

    static final String LIMITED = "GitHub takes no more calls for this token for now.";

    private static final Duration WITHOUT_WORD = Duration.ofSeconds(60);
    private static final Pattern PERMISSIONS = Pattern.compile("[A-Za-z0-9_=,; ]{1,200}");
    private static final String POLICY =
            "the policy \"Copilot usage metrics\" must be enabled in the Copilot settings of ";

    @Override
    public VendorFailure of(FailedAnswer answer) {
        return switch (answer.status()) {
            case 401 -> new VendorFailure.InvalidKey("GitHub does not know this token, or not any more.");
            case 403 -> isLimit(answer) ? limited(answer) : notAllowed(answer);
            case 404 ->
                new VendorFailure.NotAllowed("GitHub shows this token no Copilot usage of " + owner.title()
                        + ". Its name must be right, the token must belong to one of its owners, and " + POLICY
                        + owner.title() + ".");
            case 408, 409 -> unavailable(answer);
            case 422 ->
                new VendorFailure.NotAllowed(
                        "GitHub tells no Copilot usage of " + owner.title() + ": " + POLICY + owner.title() + ".");
            case 429 -> limited(answer);
            default -> answer.status() >= 500 ? unavailable(answer) : unexpected(answer);
        };
    }

    /** GitHub's order: the time that it asks for, else the end of the hour whose calls are used up, else a minute or more. */
    private VendorFailure limited(FailedAnswer answer) {
        return retryAfter
                .of(answer)
                .or(() -> endOfHour(answer))
                .map(until -> new VendorFailure.RateLimited(LIMITED, until))
                .orElseGet(() -> VendorFailure.RateLimited.untold(LIMITED, retryAfter.in(WITHOUT_WORD)));
    }

    static VendorFailure unavailable(FailedAnswer answer) {
        return new VendorFailure.Unavailable("GitHub failed to answer (status " + answer.status() + ").");
    }

    static VendorFailure unexpected(FailedAnswer answer) {
        return new VendorFailure.MalformedAnswer(
                "GitHub answered with status " + answer.status() + ", which is not documented.");
    }

    private boolean isLimit(FailedAnswer answer) {
        return retryAfter.of(answer).isPresent() || isUsedUp(answer) || namesLimit(answer);
    }

    private Optional<Instant> endOfHour(FailedAnswer answer) {
        return isUsedUp(answer)
                ? answer.header("x-ratelimit-reset").flatMap(retryAfter::atEpochSecond)
                : Optional.empty();
    }

    private static boolean isUsedUp(FailedAnswer answer) {
        return answer.header("x-ratelimit-remaining").filter("0"::equals).isPresent();
    }

    /** The secondary limits, which count other things than calls, are at times told by words alone. */
    private static boolean namesLimit(FailedAnswer answer) {
        return answer.text("/message")
                .filter(text -> text.toLowerCase(Locale.ROOT).contains("rate limit"))
                .isPresent();
    }

    private VendorFailure notAllowed(FailedAnswer answer) {
        var missing = answer.header("X-Accepted-GitHub-Permissions")
                .filter(PERMISSIONS.asMatchPredicate())
                .map(permissions -> " It asks for the permission " + permissions + ".")
                .orElse(" A classic token needs the scope read:org (enterprises: read:enterprise), a fine-grained one"
                        + " the permission to read Copilot metrics.");
        return new VendorFailure.NotAllowed("GitHub does not let this token read the Copilot usage of " + owner.title()
                + "." + missing + " Also " + POLICY + owner.title() + ".");
    }
}
