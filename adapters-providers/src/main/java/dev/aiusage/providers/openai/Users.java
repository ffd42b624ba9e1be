package dev.aiusage.providers.openai;

import dev.aiusage.domain.usage.Label;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The people of an organization: their e-mails, in small letters, by their ids. Every organization has at least one. */
record Users(Map<String, String> emails) {

    static final Users UNKNOWN = new Users(Map.of());

    Users {
        emails = Map.copyOf(emails);
    }

    boolean areKnown() {
        return !emails.isEmpty();
    }

    static String spelt(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Who has left the organization is known by the id. */
    Label label(String id) {
        return Label.legible(emails.getOrDefault(id, id));
    }

    Optional<String> idOf(String email) {
        return emails.entrySet().stream()
                .filter(user -> user.getValue().equals(spelt(email)))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    /** The id as OpenAI spells it. */
    Optional<String> spelling(String id) {
        return emails.keySet().stream().filter(id::equalsIgnoreCase).sorted().findFirst();
    }
}
