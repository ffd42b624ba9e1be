package dev.aiusage.providers.vision;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.providers.calls.FailedAnswer;
import dev.aiusage.providers.calls.FailureOfAnswer;
import dev.aiusage.providers.calls.RetryAfter;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/**
 * What Anthropic means by refusing to read a picture, in words for a user who can do nothing about it and should tell the operator
 * which setting it is about.
 */
final class MessagesFailures implements FailureOfAnswer {

    private static final Duration UNTOLD_WAIT = Duration.ofMinutes(1);

    private final String model;
    private final RetryAfter retryAfter;

    MessagesFailures(String model, Clock clock) {
        this.model = model;
        this.retryAfter = new RetryAfter(clock);
    }

    @Override
    public VendorFailure of(FailedAnswer answer) {
        return switch (answer.status()) {
            case 400 -> badRequest(answer);
            case 401 ->
                new VendorFailure.InvalidKey(
                        "Anthropic does not accept the key by which this service reads screenshots:"
                                + " its operator has to set another VISION_API_KEY.");
            case 402 -> new VendorFailure.SpendCap("Anthropic has a question about billing of VISION_API_KEY first.");
            case 403 ->
                new VendorFailure.NotAllowed(
                        "Anthropic does not let the key by which this service reads screenshots use " + model
                                + ": VISION_API_KEY has to be an ordinary key, no Admin key.");
            case 404 ->
                new VendorFailure.NotAllowed("Anthropic knows no model " + model
                        + " at this address: VISION_MODEL or ANTHROPIC_BASE_URL is wrong.");
            case 429 ->
                new VendorFailure.RateLimited(
                        "Anthropic gets too many calls with the key by which this service reads screenshots.",
                        retryAfter.of(answer, UNTOLD_WAIT));
            default -> answer.unexplained("Anthropic");
        };
    }

    /** Used-up credit comes with this status. */
    private static VendorFailure badRequest(FailedAnswer answer) {
        var complaint = answer.text("/error/message").orElse("").toLowerCase(Locale.ROOT);
        return complaint.contains("credit balance") || complaint.contains("usage limit")
                ? new VendorFailure.SpendCap("The credit of VISION_API_KEY at Anthropic is used up.")
                : new VendorFailure.MalformedAnswer("Anthropic did not take the question about the screenshot.");
    }
}
