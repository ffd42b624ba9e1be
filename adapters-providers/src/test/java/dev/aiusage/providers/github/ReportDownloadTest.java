package dev.aiusage.providers.github;

import static dev.aiusage.providers.github.GithubServer.LATEST;
import static dev.aiusage.providers.github.GithubServer.YESTERDAY;
import static dev.aiusage.providers.github.GithubServer.dayTarget;
import static dev.aiusage.providers.github.GithubServer.json;
import static dev.aiusage.providers.github.GithubServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.providers.calls.CallsForTests;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportDownloadTest {

    private static final DateRange ONE_DAY = new DateRange(YESTERDAY, YESTERDAY);

    private final GithubServer github = new GithubServer();

    @AfterEach
    void close() {
        github.close();
    }

    @Test
    void links_are_asked_for_with_the_token_and_followed_without_it() {
        github.day(YESTERDAY, row("alice", 3));

        var days = github.open().fetch(ONE_DAY);

        assertThat(requests(days)).containsExactly(3L);
        var asked = github.requests().get(github.requests().size() - 1);
        assertThat(asked.getMethod()).isEqualTo("GET");
        assertThat(asked.getTarget()).isEqualTo(dayTarget(YESTERDAY));
        assertThat(asked.getHeaders().get("Authorization")).isEqualTo("Bearer " + GithubServer.TOKEN);
        assertThat(asked.getHeaders().get("Accept")).isEqualTo("application/vnd.github+json");
        assertThat(asked.getHeaders().get("X-GitHub-Api-Version")).isEqualTo("2026-03-10");
        assertThat(asked.getHeaders().get("User-Agent")).isEqualTo(CallsForTests.USER_AGENT);
        var downloaded = github.downloads().get(0);
        assertThat(downloaded.getTarget()).isEqualTo("/file-1.ndjson?sig=abc");
        assertThat(downloaded.getHeaders().get("Authorization")).isNull();
        assertThat(downloaded.getHeaders().toString()).doesNotContain(GithubServer.TOKEN);
    }

    @Test
    void an_enterprise_has_paths_of_its_own() {
        var reports = "/enterprises/acme/copilot/metrics/reports/";
        github.answer(
                reports + "users-28-day/latest", github.latestLinks(YESTERDAY.minusDays(27), YESTERDAY, Stream.of()));
        github.answer(
                reports + "users-1-day?day=" + YESTERDAY,
                github.links("\"report_day\":\"2026-11-23\"", Stream.of(github.file(json(row("alice", 3))))));

        var days = github.open(Scope.ofEnterprise("acme", "")).fetch(ONE_DAY);

        assertThat(requests(days)).containsExactly(3L);
        assertThat(github.targets()).allSatisfy(target -> assertThat(target).startsWith("/enterprises/acme/"));
    }

    @Test
    void paths_are_appended_to_that_of_the_base() {
        github.answer("/github/api" + LATEST, github.latestLinks(YESTERDAY.minusDays(27), YESTERDAY, Stream.of()));

        github.openAt("/github/api/", new Scope("acme", ""));

        assertThat(github.targets()).allSatisfy(target -> assertThat(target).startsWith("/github/api/org"));
    }

    @Test
    void a_user_in_several_files_is_added_up() {
        github.day(YESTERDAY, row("alice", 3) + row("bob", 1), row("alice", 4));

        var days = github.open().fetch(ONE_DAY);

        assertThat(requests(days)).containsExactly(8L);
        assertThat(days.get(0)
                        .breakdowns(Dimension.MEMBER)
                        .map(part ->
                                part.label() + " " + part.measures().requests().count()))
                .containsExactly("alice 7", "bob 1");
    }

    @Test
    void files_are_read_in_every_form_that_github_writes() {
        var row = row("alice", 3).strip();

        for (var body : List.of(
                row + "\n" + row + "\n",
                "[" + row + "," + row + "]",
                "{\"organization_id\":\"1\",\"day_totals\":[" + row + "," + row + "]}",
                "[{\"day_totals\":[" + row + "]},{\"day_totals\":[" + row + "]}]",
                "\uFEFF" + row + row)) {
            github.day(YESTERDAY, body);

            assertThat(requests(github.open().fetch(ONE_DAY))).as(body).containsExactly(6L);
        }
    }

    @Test
    void a_row_of_a_day_report_needs_no_day_and_one_of_another_day_is_left_out() {
        github.day(
                YESTERDAY,
                "{\"user_login\":\"alice\",\"user_initiated_interaction_count\":2}",
                row("bob", 5).replace("2026-11-23", "2026-11-22"));

        assertThat(requests(github.open().fetch(ONE_DAY))).containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "\"\"", " \n"})
    void an_answer_with_nothing_is_a_day_without_usage(String body) {
        github.answer(dayTarget(YESTERDAY), json(body));

        assertThat(github.open().fetch(ONE_DAY)).isEmpty();
    }

    @Test
    void a_day_without_a_report_is_a_day_without_usage() {
        github.answer(dayTarget(YESTERDAY), status(204, ""));

        assertThat(github.open().fetch(ONE_DAY)).isEmpty();
        assertThat(github.downloads()).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_is_asked_for_again_by_a_new_link() {
        var missing = github.file(status(404, "<html/>"));
        var there = github.file(json(row("alice", 3)));
        github.answer(
                dayTarget(YESTERDAY),
                github.links("\"report_day\":\"2026-11-23\"", Stream.of(there, missing)),
                github.links("\"report_day\":\"2026-11-23\"", Stream.of(there, github.file(json(row("bob", 4))))));

        assertThat(requests(github.open().fetch(ONE_DAY))).containsExactly(7L);
    }

    @Test
    void a_day_is_not_told_in_part_or_as_empty_because_a_file_of_its_report_is_missing() {
        var links = Stream.of(github.file(json(row("alice", 3))), github.file(status(404, "<html/>")));
        github.answer(dayTarget(YESTERDAY), github.links("\"report_day\":\"2026-11-23\"", links));
        var access = github.open();
        var before = github.requests().size();

        assertThatThrownBy(() -> access.fetch(ONE_DAY))
                .isInstanceOf(VendorFailure.Unavailable.class)
                .hasMessageContaining("2026-11-23");
        assertThat(github.requests().size() - before).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void where_the_newest_report_has_no_files_its_days_are_asked_for_one_by_one(int status) {
        var window = new DateRange(YESTERDAY.minusDays(27), YESTERDAY);
        github.answer(
                LATEST, github.latestLinks(window.from(), window.to(), Stream.of(github.file(status(status, "")))));
        github.day(YESTERDAY, row("alice", 3));
        github.day(window.from(), row("alice", 5).replace("2026-11-23", "2026-10-27"));
        var access = github.open();

        assertThat(requests(access.fetch(window))).containsExactly(5L, 3L);
        assertThat(github.targets())
                .contains(window.stream().map(GithubServer::dayTarget).toArray(String[]::new));

        github.answer(
                dayTarget(window.from()),
                github.links("\"report_day\":\"2026-10-27\"", Stream.of(github.file(status(status, "")))));
        assertThatThrownBy(() -> access.fetch(window)).isInstanceOf(VendorFailure.Unavailable.class);
    }

    @Test
    void an_expired_link_is_asked_for_again_and_nothing_counts_twice() {
        var good = github.file(json(row("alice", 3)));
        var expired = github.file(status(403, "<Error><Code>AuthenticationFailed</Code></Error>"));
        var fresh = github.file(json(row("bob", 4)));
        github.answer(
                dayTarget(YESTERDAY),
                github.links("\"report_day\":\"2026-11-23\"", Stream.of(good, expired)),
                github.links("\"report_day\":\"2026-11-23\"", Stream.of(good, fresh)));

        assertThat(requests(github.open().fetch(ONE_DAY))).containsExactly(7L);
    }

    @Test
    void links_that_never_work_are_given_up() {
        var expired = github.file(status(403, ""));
        github.answer(dayTarget(YESTERDAY), github.links("\"report_day\":\"2026-11-23\"", Stream.of(expired)));
        var access = github.open();
        var before = github.requests().size();

        assertThatThrownBy(() -> access.fetch(ONE_DAY)).isInstanceOf(VendorFailure.Unavailable.class);
        assertThat(github.requests().size() - before).isEqualTo(2);
        assertThat(github.downloads()).hasSize(2);
    }

    @Test
    void a_file_that_was_cut_is_read_again_and_counts_once() {
        var cut = new MockResponse.Builder()
                .body(row("alice", 3).repeat(2000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();
        var link = github.file(cut, json(row("alice", 3)));
        github.answer(dayTarget(YESTERDAY), github.links("\"report_day\":\"2026-11-23\"", Stream.of(link)));

        assertThat(requests(github.open().fetch(ONE_DAY))).containsExactly(3L);
        assertThat(github.downloads()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"day\":",
                "{\"day\":\"someday\",\"user_login\":\"bob\"}",
                "{\"day\":\"2026-11-23\",\"user_initiated_interaction_count\":-1}",
                "{\"day\":\"2026-11-23\",\"ai_credits_used\":\"much\"}",
                "{\"day\":\"2026-11-23\",\"totals_by_model_feature\":{}}",
                "7"
            })
    void nothing_counts_of_a_file_that_is_broken_after_good_rows(String broken) {
        github.day(YESTERDAY, row("alice", 3) + broken);
        var access = github.open();

        assertThatThrownBy(() -> access.fetch(ONE_DAY)).isInstanceOf(VendorFailure.MalformedAnswer.class);
    }

    @Test
    void sums_that_can_not_be_are_told() {
        github.day(YESTERDAY, row("alice", Long.MAX_VALUE), row("bob", Long.MAX_VALUE));
        var access = github.open();

        assertThatThrownBy(() -> access.fetch(ONE_DAY)).isInstanceOf(VendorFailure.MalformedAnswer.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest",
                "https://example.com/report.ndjson",
                "http://copilot-reports.github.com/report.ndjson"
            })
    void a_link_to_where_no_reports_lie_is_not_followed(String link) {
        github.answer(dayTarget(YESTERDAY), github.links("\"report_day\":\"2026-11-23\"", Stream.of(link)));
        var access = github.open();

        assertThatThrownBy(() -> access.fetch(ONE_DAY)).isInstanceOf(VendorFailure.RedirectRefused.class);
    }

    @Test
    void what_is_no_link_is_malformed() {
        github.answer(dayTarget(YESTERDAY), github.links("\"report_day\":\"2026-11-23\"", Stream.of("ftp:report")));
        var access = github.open();

        assertThatThrownBy(() -> access.fetch(ONE_DAY)).isInstanceOf(VendorFailure.MalformedAnswer.class);
    }

    @Test
    void a_report_of_more_days_or_files_than_github_makes_is_malformed() {
        var window = new DateRange(YESTERDAY.minusDays(27), YESTERDAY);
        var access = github.open();

        github.latest(YESTERDAY.minusDays(400), YESTERDAY, row("alice", 3));
        assertThatThrownBy(() -> access.fetch(window)).isInstanceOf(VendorFailure.MalformedAnswer.class);

        var file = github.file(json(row("alice", 3)));
        github.answer(
                dayTarget(YESTERDAY),
                github.links(
                        "\"report_day\":\"2026-11-23\"",
                        Stream.generate(() -> file).limit(1001)));
        assertThatThrownBy(() -> access.fetch(ONE_DAY)).isInstanceOf(VendorFailure.MalformedAnswer.class);
        assertThat(github.downloads()).isEmpty();
    }

    @Test
    void the_newest_report_is_completed_by_the_days_that_it_lacks() {
        var window = new DateRange(YESTERDAY.minusDays(27), YESTERDAY);
        github.latest(
                YESTERDAY.minusDays(28),
                YESTERDAY.minusDays(1),
                row("alice", 5).replace("2026-11-23", "2026-11-22")
                        + row("alice", 100)
                        + row("alice", 100).replace("2026-11-23", "2026-10-26"));
        github.day(YESTERDAY, row("alice", 3));

        var access = github.open();
        var days = access.fetch(window);

        assertThat(days).extracting(UsageDay::date).containsExactly(YESTERDAY.minusDays(1), YESTERDAY);
        assertThat(requests(days)).containsExactly(5L, 3L);
        assertThat(github.targets()).contains(LATEST, dayTarget(YESTERDAY));
    }

    @Test
    void without_a_newest_report_every_day_is_asked_for() {
        var window = new DateRange(YESTERDAY.minusDays(9), YESTERDAY);
        github.answer(LATEST, json("null"));
        github.day(YESTERDAY, row("alice", 3));

        var access = github.open();

        assertThat(requests(access.fetch(window))).containsExactly(3L);
        assertThat(github.targets())
                .contains(window.stream().map(GithubServer::dayTarget).toArray(String[]::new));
    }

    @Test
    void only_hosts_of_reports_are_known() {
        assertThat(List.of(
                        "copilot-reports.github.com",
                        "copilot-reports.acme.ghe.com",
                        "copilot-reports-a1b2.b01.azurefd.net",
                        "copilot-reports-prod.azurefd.net"))
                .allMatch(ReportHosts::isKnown);
        assertThat(List.of(
                        "github.com",
                        "copilot-reports.github.com.example.com",
                        "copilot-reports..ghe.com",
                        "evil-copilot-reports-a.azurefd.net",
                        "copilot-reports-a.b.c.azurefd.net",
                        "azurefd.net"))
                .noneMatch(ReportHosts::isKnown);
    }

    private static String row(String login, long interactions) {
        return """
                {"day":"2026-11-23","user_id":7,"user_login":"%s","user_initiated_interaction_count":%s}
                """.formatted(login, interactions);
    }

    private static List<Long> requests(List<UsageDay> days) {
        return days.stream()
                .map(day -> day.measures().requests().count().orElse(-1))
                .toList();
    }
}
