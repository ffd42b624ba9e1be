package dev.aiusage.application.importing;

/** What someone who imported a file should know; {@code code} is a word in snake_case that never changes. */
public record ImportWarning(String code, String detail) {

    public static ImportWarning noUsage(String file) {
        return new ImportWarning("no_usage", file + " holds no usage.");
    }

    static ImportWarning unpriced(String model) {
        return new ImportWarning(
                "unpriced_model",
                "No list price is known for " + model + ": its requests are counted, their cost is not.");
    }

    static ImportWarning moreUnpriced() {
        return new ImportWarning("more_unpriced_models", "More models than these have no list price.");
    }

    static ImportWarning moreErrors(long rows) {
        return new ImportWarning("more_errors", rows + " more rows could not be read.");
    }
}
