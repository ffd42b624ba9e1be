package dev.aiusage.providers.anthropic;

import dev.aiusage.providers.calls.AnswerParser;
import dev.aiusage.providers.calls.FailedAnswer;
import dev.aiusage.providers.calls.FailureOfAnswer;
import dev.aiusage.providers.calls.VendorJson;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import okhttp3.Response;

/** A question for one row of a day, by which a key shows whether it may read a report. */
final class Probe implements AnswerParser<Probed> {

    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);
    private static final int BAD_REQUEST = 400;
    private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}");

    private final LocalDate day;
    private final FailureOfAnswer failures;

    Probe(LocalDate day, FailureOfAnswer failures) {
        this.day = day;
        this.failures = failures;
    }

    @Override
    public Probed parse(Response answer) throws IOException {
        VendorJson.rows(answer, "data", row -> {});
        return new Probed(List.of(), day);
    }

    @Override
    public Optional<Probed> ofRefusal(FailedAnswer refusal) {
        if (REFUSED.contains(refusal.status())) {
            return Optional.of(new Probed(List.of(failures.of(refusal)), day));
        }
        return refusal.status() == BAD_REQUEST ? newest(refusal) : Optional.empty();
    }

    /** Enterprise Analytics refuses a day that it has not built yet, and names the newest one that it has. */
    private Optional<Probed> newest(FailedAnswer refusal) {
        var message = refusal.text("/error/message").orElse("");
        return DATE.matcher(message)
                .results()
                .flatMap(found -> date(found).stream())
                .filter(date -> date.isBefore(day))
                .max(Comparator.naturalOrder())
                .map(date -> new Probed(List.of(), date));
    }

    private static Optional<LocalDate> date(MatchResult found) {
        try {
            return Optional.of(LocalDate.parse(found.group()));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
