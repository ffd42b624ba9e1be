package dev.aiusage.providers.github;

import static dev.aiusage.providers.github.GithubServer.json;
import static dev.aiusage.providers.github.GithubServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.providers.calls.CallsForTests;
import java.time.Clock;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopilotReachTest {

    private static final String SEATS = "/orgs/acme/copilot/billing/seats?page=%s&per_page=100";

    private final GithubServer github = new GithubServer();

    @AfterEach
    void close() {
        github.close();
    }

    @Test
    void seats_are_followed_to_the_last_page_and_people_counted_once() {
        github.answer(SEATS.formatted(1), withNext(seats(1, 2, 2)));
        github.answer(SEATS.formatted(2), withNext(seats(2, 1)));
        github.answer(SEATS.formatted(3), seats(3, 1));

        assertThat(github.open().reach())
                .isEqualTo("GitHub Copilot usage of the organization acme, which has 3 people with a seat");
        assertThat(github.targets()).contains(SEATS.formatted(1), SEATS.formatted(2), SEATS.formatted(3));
        assertThat(github.targets()).doesNotContain(SEATS.formatted(4));
    }

    @Test
    void seats_end_with_an_empty_page_whatever_its_links_say() {
        github.answer(SEATS.formatted(1), withNext(seats(1)));
        github.answer(SEATS.formatted(2), withNext(seats()));

        assertThat(github.open().reach()).endsWith("which has 1 person with a seat");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 500})
    void seats_that_are_not_told_are_no_failure(int status) {
        github.answer(SEATS.formatted(1), status(status, ""));

        assertThat(github.open().reach()).isEqualTo("GitHub Copilot usage of the organization acme");
    }

    @Test
    void opening_counts_no_seats() {
        github.open();

        assertThat(github.targets()).noneMatch(target -> target.contains("seats"));
    }

    @Test
    void bills_and_an_account_are_named() {
        github.answer(
                "/organizations/acme/settings/billing/premium_request/usage?year=2026&month=11&day=23&user=alice",
                json("{\"usageItems\":[]}"));

        assertThat(github.open(new Scope("acme", "alice")).reach())
                .isEqualTo("GitHub Copilot usage of alice in the organization acme, with billed amounts");
    }

    @Test
    void an_empty_integration_is_told_what_may_be_the_reason() {
        assertThat(github.open().hintIfEmpty()).contains("the organization acme", "\"Copilot usage metrics\"");
        assertThat(github.open(new Scope("acme", "a@example.com")).hintIfEmpty())
                .contains("login", "a@example.com");
    }

    @Test
    void it_tells_usage_of_copilot() {
        try (var web = CallsForTests.web(Clock.systemUTC())) {
            assertThat(new CopilotUsage(web, HttpUrl.get("https://api.github.com")).tool())
                    .isEqualTo(Tool.GITHUB_COPILOT);
        }
    }

    private static MockResponse seats(int... assignees) {
        var seats = new StringBuilder();
        for (var assignee : assignees) {
            seats.append(seats.isEmpty() ? "" : ",")
                    .append("{\"plan_type\":\"business\",\"last_activity_at\":null,\"assignee\":{\"login\":\"u")
                    .append(assignee)
                    .append("\",\"id\":")
                    .append(assignee)
                    .append(",\"type\":\"User\"}}");
        }
        return json("{\"total_seats\":6,\"seats\":[" + seats + "]}");
    }

    private static MockResponse withNext(MockResponse page) {
        var link = "<https://api.github.com/x?page=1>; rel=\"prev\", <https://api.github.com/x?page=3>; rel=\"next\"";
        return page.newBuilder().setHeader("Link", link).build();
    }
}
