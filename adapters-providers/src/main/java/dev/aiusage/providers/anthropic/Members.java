package dev.aiusage.providers.anthropic;

import dev.aiusage.domain.usage.Label;
import dev.aiusage.providers.calls.JsonFields;
import java.util.Locale;
import java.util.stream.Stream;

/** Who did the work. The fields of a person were renamed, and differ from report to report. */
final class Members {

    private Members() {}

    /** A person by e-mail, in small letters since reports differ in them; else what else is told of somebody or something. */
    static Label actor(JsonFields actor) {
        return Stream.of("email_address", "email")
                .map(actor::label)
                .filter(Label::isPresent)
                .findFirst()
                .map(Members::inSmallLetters)
                .orElseGet(() -> unnamed(actor));
    }

    static Label inSmallLetters(Label email) {
        return Label.legible(email.text().toLowerCase(Locale.ROOT));
    }

    private static Label unnamed(JsonFields actor) {
        return Stream.of("api_key_name", "name", "user_id", "id")
                .map(actor::label)
                .filter(Label::isPresent)
                .findFirst()
                .orElse(Label.NONE);
    }
}
