package dev.aiusage.providers.openai;

import dev.aiusage.providers.calls.VendorJson;
import java.io.IOException;
import java.util.LinkedHashMap;
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

    static UsersPage of(Response answer) throws IOException {
        var emails = new LinkedHashMap<String, String>();
        var others = VendorJson.rows(answer, "data", user -> {
            var id = user.text("id").orElseThrow(() -> user.malformed("id", "missing"));
            emails.put(
                    id,
                    user.text("email")
                            .map(Users::spelt)
                            .or(() -> user.text("name"))
                            .orElse(id));
        });
        var next = others.text("last_id").filter(name -> others.isTrue("has_more"));
        if (others.isTrue("has_more") && next.isEmpty()) {
            throw others.malformed("last_id", "missing");
        }
        return new UsersPage(emails, next);
    }
}
