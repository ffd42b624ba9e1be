package dev.aiusage.providers.anthropic;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.usage.Label;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** The names of an organization's accounts and keys, of which the reports tell the ids. */
final class Directory {

    private static final int MAX_PAGES = 1000;

    private final Map<String, Label> names;

    private Directory(Map<String, Label> names) {
        this.names = Map.copyOf(names);
    }

    /** Where the key may not read the lists, ids stay ids. */
    static Directory of(AnthropicApi api) {
        var names = new HashMap<String, Label>();
        read(api, "users", "email", names);
        names.replaceAll((id, email) -> Members.inSmallLetters(email));
        read(api, "api_keys", "name", names);
        return new Directory(names);
    }

    /** The name of this id, or the id where it has none; no id, no name. */
    Label name(Label id) {
        return names.getOrDefault(id.text(), id);
    }

    private static void read(AnthropicApi api, String list, String nameField, Map<String, Label> names) {
        var first = api.organizations(list).addQueryParameter("limit", "1000").build();
        var seen = new HashSet<String>();
        var page = api.get(first, new DirectoryPage.Parser(nameField));
        names.putAll(page.names());
        while (!page.next().isEmpty()) {
            if (seen.size() == MAX_PAGES || !seen.add(page.next())) {
                throw new VendorFailure.MalformedAnswer("Anthropic's pages lead from one to the next without an end.");
            }
            var next = first.newBuilder()
                    .setQueryParameter("after_id", page.next())
                    .build();
            page = api.get(next, new DirectoryPage.Parser(nameField));
            names.putAll(page.names());
        }
    }
}
