package dev.aiusage.providers.anthropic;

import dev.aiusage.providers.calls.FailedAnswer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What Enterprise Analytics says when it is asked for a day that it has not built yet: it names the newest one that it has. */
final class NewestDay {

    private static final int BAD_REQUEST = 400;
    private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}");

    private NewestDay() {}

    /** The day that is named; none if the question was refused for another reason. */
    static Optional<LocalDate> before(LocalDate asked, FailedAnswer refusal) {
        if (refusal.status() != BAD_REQUEST) {
            return Optional.empty();
        }
        return DATE.matcher(refusal.text("/error/message").orElse(""))
                .results()
                .flatMap(found -> date(found).stream())
                .filter(date -> date.isBefore(asked))
                .max(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> date(MatchResult found) {
        try {
            return Optional.of(LocalDate.parse(found.group()));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
