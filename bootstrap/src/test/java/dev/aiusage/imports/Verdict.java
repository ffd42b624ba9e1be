package dev.aiusage.imports;

import dev.aiusage.imports.HostileFile.Kind;
import dev.aiusage.imports.SampleFile.Row;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with how a service took a hostile file; nothing, if all is well. */
final class Verdict {

    private static final int ROWS = 3;

    private Verdict() {}

    static List<String> on(SampleFile sample, HostileFile hostile) {
        try (var service = new Importer()) {
            var outcome = service.bring(sample.format(), hostile.opened().apply(sample));
            var complaints = new ArrayList<String>();
            var kept = kept(sample, service);
            if (outcome.isRefused()) {
                complain(kept != 0, "refused, and " + kept + " rows kept", complaints);
                complain(outcome.refusal().length() > 2_000, "a refusal that nobody can read", complaints);
            } else if (outcome.rowsRejected() > 0) {
                complain(outcome.errors().isEmpty(), "rejected without a reason", complaints);
                complain(kept < 0 || kept >= ROWS, "rejected, and " + kept + " rows kept", complaints);
                complain(
                        outcome.errors().stream().anyMatch(error -> error.length() > 500), "a long reason", complaints);
            } else {
                complain(hostile.kind() == Kind.BAD && kept != 0, "taken as if nothing were wrong", complaints);
                complain(hostile.kind() == Kind.HARMLESS && kept != ROWS, "only " + kept + " rows kept", complaints);
            }
            if (hostile.kind() == Kind.BAD && !sample.isCumulative()) {
                complete(sample, service, complaints);
            }
            return complaints.stream()
                    .map(complaint -> complaint + " " + outcome)
                    .toList();
        }
    }

    /** The good file after the bad one makes the numbers what they should have been. */
    private static void complete(SampleFile sample, Importer service, List<String> complaints) {
        service.bring(sample.format(), sample.of(Row.good(1), Row.good(2), Row.good(3)));
        complain(kept(sample, service) != ROWS, kept(sample, service) + " rows after the whole file", complaints);
    }

    /** How many rows the numbers are of; -1 if they are of no number of rows. */
    private static long kept(SampleFile sample, Importer service) {
        var requests = service.total().requests().count().orElse(0);
        var tokens = service.total().tokens().total().orElse(0);
        var rows = sample.requests() > 0 ? requests / sample.requests() : tokens / sample.tokens();
        var fits = requests == rows * sample.requests() && (sample.isCumulative() || tokens == rows * sample.tokens());
        return fits ? rows : -1;
    }

    private static void complain(boolean isWrong, String complaint, List<String> complaints) {
        if (isWrong) {
            complaints.add(complaint);
        }
    }
}
