package dev.aiusage.providers.github;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.providers.calls.VendorJson;
import java.io.IOException;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Response;

/** How many people have a seat, where the token may know. Somebody with seats by two teams or organizations is one. */
record Seats(GithubApi api) {

    private static final int PER_PAGE = 100;
    private static final int MAX_PAGES = 1000;
    private static final Pattern NEXT = Pattern.compile("rel=\"?next\"?");

    private record Page(Set<String> assignees, boolean isLast) {}

    /** Empty where they can't be told, for whatever reason: nothing that is counted depends on them. */
    OptionalInt count() {
        try {
            return OptionalInt.of(read());
        } catch (VendorFailure untold) {
            return OptionalInt.empty();
        }
    }

    private int read() {
        var assignees = new HashSet<String>();
        for (var number = 1; number <= MAX_PAGES; number++) {
            var page = page(number);
            assignees.addAll(page.assignees());
            if (page.isLast() || page.assignees().isEmpty()) {
                return assignees.size();
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
        var assignees = new HashSet<String>();
        VendorJson.rows(
                answer, "seats", seat -> seat.object("assignee").text("id").ifPresent(assignees::add));
        var isLast = answer.headers("Link").stream()
                .noneMatch(link -> NEXT.matcher(link).find());
        return new Page(assignees, isLast);
    }
}
