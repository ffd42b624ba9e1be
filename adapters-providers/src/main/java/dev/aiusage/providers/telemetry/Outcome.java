package dev.aiusage.providers.telemetry;

import java.util.regex.Pattern;

/** How a request ended. One that failed counts as none. */
final class Outcome {

    private static final Pattern FAILED = Pattern.compile("[45]\\d\\d|error", Pattern.CASE_INSENSITIVE);

    private Outcome() {}

    static boolean isFailure(Attributes attributes) {
        return attributes.text("error_type").isPresent()
                || attributes.text("error.type").isPresent()
                || attributes
                        .text("status_code")
                        .filter(code -> FAILED.matcher(code).matches())
                        .isPresent();
    }
}
