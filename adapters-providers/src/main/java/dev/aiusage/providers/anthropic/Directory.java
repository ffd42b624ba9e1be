package dev.aiusage.providers.anthropic;

import dev.aiusage.domain.usage.Label;
import dev.aiusage.providers.calls.HeldNames;
import dev.aiusage.providers.calls.Pages;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import okhttp3.HttpUrl;

/** The names of an organization's accounts and keys, of which the reports tell the ids. */
final class Directory {

    private static final int MOST_NAMES = 200_000;

    private final Map<String, Label> names;

    private Directory(Map<String, Label> names) {
        this.names = Map.copyOf(names);
    }

    /** Where the key may not read the lists, ids stay ids. */
    static Directory of(AnthropicApi api) {
        var names = new HeldNames<Label>(MOST_NAMES);
        each(api, api.organizations("users"), "email", (id, email) -> names.put(id, Members.inSmallLetters(email)));
        each(api, api.organizations("api_keys"), "name", names::put);
        return new Directory(names.map());
    }

    /** The name of this id, or the id where it has none; no id, no name. */
    Label name(Label id) {
        return names.getOrDefault(id.text(), id);
    }

    /** Every id of a list with its name, as far as it has one; none where the key may not read the list. */
    static void each(AnthropicApi api, HttpUrl.Builder list, String nameField, BiConsumer<String, Label> action) {
        var first = list.addQueryParameter("limit", "1000").build();
        Pages.all(after -> {
            var url = first.newBuilder();
            after.ifPresent(id -> url.setQueryParameter("after_id", id));
            var page = api.get(url.build(), new DirectoryPage.Parser(nameField));
            page.names().forEach(action);
            return Optional.of(page.next()).filter(id -> !id.isEmpty());
        });
    }
}
