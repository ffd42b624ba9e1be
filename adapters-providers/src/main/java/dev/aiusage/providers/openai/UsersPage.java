package dev.aiusage.providers.openai;

import dev.aiusage.domain.usage.Label;
import dev.aiusage.providers.calls.HeldNames;
import dev.aiusage.providers.calls.JsonFields;
import dev.aiusage.providers.calls.VendorJson;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import okhttp3.Response;

/**
 * A page of an organization's users.
 *
 * @param emails by id; a name where there is no e-mail
 * @param next the id after which the list goes on; none on the last page
 */
record UsersPage(Map<String, String> emails, Optional<String> next) {

    /** Ten times as many as are asked for. */
    private static final int MOST = 1000;

    private static final int LONGEST_ID = 200;

    static UsersPage of(Response answer) throws IOException {
        var emails = new HeldNames<String>(MOST);
        var others = VendorJson.rows(answer, "data", user -> {
            var id = user.text("id")
                    .filter(text -> text.length() <= LONGEST_ID)
                    .orElseThrow(() -> user.malformed("id", "missing, or longer than any id"));
            emails.put(id, name(user).orElse(id));
        });
        var next = others.text("last_id").filter(name -> others.isTrue("has_more"));
        if (others.isTrue("has_more") && next.isEmpty()) {
            throw others.malformed("last_id", "missing");
        }
        return new UsersPage(emails.map(), next);
    }

    /** No longer than it will be shown. */
    private static Optional<String> name(JsonFields user) {
        return user.text("email")
                .map(Users::spelt)
                .or(() -> user.text("name"))
                .map(name -> Label.legible(name).text());
    }
}
