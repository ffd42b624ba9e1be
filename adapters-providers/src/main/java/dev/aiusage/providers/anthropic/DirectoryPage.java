package dev.aiusage.providers.anthropic;

import dev.aiusage.domain.usage.Label;
import dev.aiusage.providers.calls.AnswerParser;
import dev.aiusage.providers.calls.FailedAnswer;
import dev.aiusage.providers.calls.HeldNames;
import dev.aiusage.providers.calls.VendorJson;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.Response;

/**
 * A page of a list of accounts or keys.
 *
 * @param names by id
 * @param next the id after which the next page begins, empty if this was the last
 */
record DirectoryPage(Map<String, Label> names, String next) {

    DirectoryPage {
        names = Map.copyOf(names);
    }

    static final class Parser implements AnswerParser<DirectoryPage> {

        private static final Set<Integer> NOT_TOLD = Set.of(403, 404);

        /** Ten times as many as are asked for. */
        private static final int MOST_NAMES = 10_000;

        private final String nameField;

        Parser(String nameField) {
            this.nameField = nameField;
        }

        @Override
        public DirectoryPage parse(Response answer) throws IOException {
            var names = new HeldNames<Label>(MOST_NAMES);
            var envelope = VendorJson.rows(answer, "data", entry -> {
                var name = entry.label(nameField);
                if (name.isPresent()) {
                    names.put(entry.label("id").text(), name);
                }
            });
            var next = envelope.isTrue("has_more") ? envelope.text("last_id").orElse("") : "";
            return new DirectoryPage(names.map(), next);
        }

        @Override
        public Optional<DirectoryPage> ofRefusal(FailedAnswer refusal) {
            return NOT_TOLD.contains(refusal.status())
                    ? Optional.of(new DirectoryPage(Map.of(), ""))
                    : Optional.empty();
        }
    }
}
