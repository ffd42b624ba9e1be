package dev.aiusage.providers.anthropic;

import dev.aiusage.providers.calls.AnswerParser;
import dev.aiusage.providers.calls.FailedAnswer;
import dev.aiusage.providers.calls.FailureOfAnswer;
import dev.aiusage.providers.calls.VendorJson;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.Response;

/** A question for one row of a day, by which a key shows whether it may read a report. */
final class Probe implements AnswerParser<Probed> {

    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);

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
        return NewestDay.before(day, refusal).map(newest -> new Probed(List.of(), newest));
    }
}
