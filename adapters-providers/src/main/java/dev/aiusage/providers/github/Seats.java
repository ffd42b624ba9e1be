package dev.aiusage.providers.github;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.providers.calls.HeldNames;
import dev.aiusage.providers.calls.VendorJson;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import okhttp3.Response;

/** How many people have a seat, where the token may know. Somebody with seats by two teams or organizations is one. */
record Seats(GithubApi api) {

    private static final int PER_PAGE = 100;
    private static final int MAX_PAGES = 1000;
    private static final int MOST_SEATS = MAX_PAGES * PER_PAGE;
    private static final Pattern NEXT = Pattern.compile("rel=\"?next\"?");

    private record Page(Map<String, Label> assignees, boolean isLast) {}

    /** Empty where they can't be told, for whatever reason: nothing that is counted depends on them. */
    OptionalInt count() {
        try {
            return OptionalInt.of(read());
        } catch (VendorFailure untold) {
            return OptionalInt.empty();
        }
    }

    private int read() {
        var assignees = new HeldNames<Label>(MOST_SEATS);
        for (var number = 1; number <= MAX_PAGES; number++) {
            var page = page(number);
            assignees.putAll(page.assignees());
            if (page.isLast() || page.assignees().isEmpty()) {
                return assignees.map().size();
            }
        }
        throw new VendorFailure.MalformedAnswer("GitHub's list of Copilot seats has no end.");
    }

    private Page page(int number) {
        var url = api.seats()
                .addQueryParameter("page", Integer.toString(number))
                .addQueryParameter("per_page", Integer.toString(PER_PAGE));
        return api.get(url.build(), Seats::read);
    }

    private static Page read(Response answer) throws IOException {
        var assignees = new HeldNames<Label>(MOST_SEATS);
        VendorJson.rows(answer, "seats", seat -> {
            var id = seat.object("assignee").label("id");
            if (id.isPresent()) {
                assignees.put(id.text(), id);
            }
        });
        var isLast = answer.headers("Link").stream()
                .noneMatch(link -> NEXT.matcher(link).find());
        return new Page(assignees.map(), isLast);
    }
}
